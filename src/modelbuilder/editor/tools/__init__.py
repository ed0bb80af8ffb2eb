"""The tools: what a press, a move and a release on the canvas mean."""
