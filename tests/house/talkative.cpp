// What the library must not do, so that the test which looks for it can be seen to find it.
#include <cstdio>
#include <cstdlib>
#include <iostream>

void talk(int n) {
  std::cout << n;
  std::printf("%d\n", n);
  std::exit(n);
}
