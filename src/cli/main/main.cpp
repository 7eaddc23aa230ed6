#include "cli/cli.h"

int main(int argc, char** argv) { return wirecut::run_wirecut(argc, argv); }
