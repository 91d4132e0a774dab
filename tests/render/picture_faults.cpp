// picture_faults FILE.svg …: what is wrong with pictures, one line for each fault, then a summary. Ends with 1 where
// there is any.
#include <fmt/format.h>

#include <entente/base/files.hpp>

#include <render/faults.hpp>
#include <render/fonts.hpp>

int main(int argc, char** argv) {
  std::size_t faults = 0;
  std::size_t crossings = 0;
  for (int i = 1; i < argc; ++i) {
    const auto svg = entente::read_file(argv[i]);
    for (const auto& fault : entente::test::faults(svg)) {
      fmt::print("{}: {}\n", argv[i], fault);
      ++faults;
    }
    crossings += entente::test::crossings(svg);
  }
  fmt::print("{} pictures, {} fonts: {} faults, {} crossings\n", argc - 1, entente::test::usual_fonts().size(), faults,
             crossings);
  return faults == 0 ? 0 : 1;
}
