// bench_picture [ROUNDS]: how long a picture and a page take, by the number of actors drawn; the best of some rounds.
#include <algorithm>
#include <chrono>
#include <cstdlib>

#include <fmt/format.h>

#include <entente/render/render.hpp>

#include <render/synthetic.hpp>

namespace {

double milliseconds(const entente::Network& network, const entente::RelationTypes& types,
                    const entente::RenderOptions& options, int rounds) {
  using Clock = std::chrono::steady_clock;
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const auto begin = Clock::now();
    entente::render(network, types, options);
    best = std::min(best, std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5;
  const auto types = entente::load_relation_types();
  fmt::print("actors        SVG       HTML\n");
  for (const std::size_t actors : {10, 25, 60}) {
    const auto network = entente::test::synthetic(actors, 1);
    entente::RenderOptions options;
    options.top = actors;
    const double svg = milliseconds(network, types, options, rounds);
    options.format = entente::RenderFormat::Html;
    fmt::print("{:6} {:7.1f} ms {:7.1f} ms\n", actors, svg, milliseconds(network, types, options, rounds));
  }
}
