"""Reading what came from elsewhere: the document that lies inside an exported file."""
