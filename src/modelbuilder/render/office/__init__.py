"""What files of Office are made of: shapes, glued lines, and the master they stand on."""
