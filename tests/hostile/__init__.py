"""What wishes the reader harm: files, stores, texts that command terminals, signals; short by default."""
