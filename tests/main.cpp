#define DOCTEST_CONFIG_IMPLEMENT  // implied by the next where doctest was not included before (capture.hpp)
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
