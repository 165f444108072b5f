#include <stdio.h>
#include <hyphen.h>
#include <stdlib.h>
