"""What a workshop does with models, as pure logic."""
