"""Who answers to whom: the graph of a model, questions about it, rules, findings and fixes."""
