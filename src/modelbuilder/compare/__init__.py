"""What differs between two models, what each answers to the same questions, and what changes for whom."""
