// The whole command line, for the program of that name and for hosts that offer it under theirs (python -m entente).
#pragma once

namespace entente::cli {

// Results go to standard output, talk to standard error; returns 0, 1 (it failed) or 2 (it was used wrongly). Call it
// once, and let the process end afterwards: it sets what signals and standard streams do.
int run_program(int argc, char** argv);

}  // namespace entente::cli
