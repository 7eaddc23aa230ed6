namespace wirecut {}
