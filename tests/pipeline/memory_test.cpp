// The memory that one article takes is bounded by its size. Label slow: sanitizers have memory of their own.
#include <string>

#include <doctest/doctest.h>

#include <entente/formats/json.hpp>
#include <entente/pipeline.hpp>

#include "bench/growing_text.hpp"
#include "bench/measure.hpp"

using namespace entente;

TEST_CASE("two megabytes of news take less than a hundred times their size") {
  constexpr double Megabyte = 1e6;
  const Pipeline pipeline;
  const bench::GrowingText source(pipeline, ENTENTE_SOURCES);
  const std::string text = source.text(2'000'000, true);
  const double before = bench::peak_memory();
  const Network network = pipeline.read({.text = text});
  CHECK(boost::num_vertices(network) > 10'000);
  CHECK(write_json(network).size() > Megabyte);
  const double added = (bench::peak_memory() - before) * 1024 * 1024;
  CAPTURE(added);
  CHECK(added < 100 * static_cast<double>(text.size()));
}
