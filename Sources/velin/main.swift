print("velin: nothing to build yet")
