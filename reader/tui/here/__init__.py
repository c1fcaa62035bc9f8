"""What stands under the cursor, put into rows of the side panel: a function for each kind; no widget."""
