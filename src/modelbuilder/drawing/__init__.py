"""What a model looks like, as marks, in no technology."""
