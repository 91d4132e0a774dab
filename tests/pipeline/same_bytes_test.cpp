// The same article gives the same bytes of JSON and SVG whatever the processor, the locale and the time zone.
#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <locale>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/files.hpp>
#include <entente/encoding/attention_kernels.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/formats/json.hpp>
#include <entente/pipeline.hpp>
#include <entente/render/render.hpp>

using namespace entente;

namespace {

struct Arithmetic {
  const Kernels* kernels;
  const AttentionKernels* attention;
};

Arithmetic& chosen() {
  static Arithmetic arithmetic{&portable::kernels(), &portable::attention_kernels()};
  return arithmetic;
}

// What this processor has besides the portable version.
std::vector<Arithmetic> others() {
  std::vector<Arithmetic> versions;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") != 0) {
    versions.push_back({&avx2::kernels(), &avx2::attention_kernels()});
  }
  if (&attention_of_processor() == &avx512::attention_kernels()) {
    versions.push_back({&avx2::kernels(), &avx512::attention_kernels()});
  }
#endif
  return versions;
}

std::vector<Article> articles() {
  std::vector<Article> result;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_ARTICLES)) {
    const std::string ending = entry.path().extension().string();
    result.push_back({.id = entry.path().stem().string(),
                      .text = read_file(entry.path().string()),
                      .format = ending == ".html" ? ArticleFormat::Html
                                : ending == ".md" ? ArticleFormat::Markdown
                                                  : ArticleFormat::Text});
  }
  std::sort(result.begin(), result.end(), [](const Article& a, const Article& b) { return a.id < b.id; });
  return result;
}

// Each article as JSON and as SVG, plain and, with the accurate model, in groups: dot lays one line of a grouped
// picture of the fast model differently from run to run.
std::vector<std::string> outputs(const std::string& model) {
  const Pipeline pipeline({.model = model});
  std::vector<std::string> result;
  for (const Article& article : articles()) {
    const Network network = pipeline.read(article);
    result.push_back(write_json(network));
    result.push_back(render(network, pipeline.relation_types(), {.format = RenderFormat::Svg}));
    if (model == "accurate") {
      result.push_back(render(network, pipeline.relation_types(),
                              {.format = RenderFormat::Svg, .grouping = RenderGrouping::Country}));
    }
  }
  return result;
}

const std::vector<std::string>& expected() {
  static const std::vector<std::string> Outputs = outputs("fast");
  return Outputs;
}

// Decimal commas and dots between thousands.
class Commas : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

// Says which output differs, if one does.
void check_same(const std::vector<std::string>& found, const std::vector<std::string>& wanted = expected()) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    CHECK((found[i] == wanted[i]));
  }
}

// What the program was started with comes back in the end.
struct KeptLocale {
  std::locale kept;
  ~KeptLocale() {
    std::locale::global(kept);
    std::setlocale(LC_ALL, "C");
  }
};

}  // namespace

// In the place of the library's own, which takes what the processor can.
namespace entente {
const Kernels& kernels() { return *chosen().kernels; }
const AttentionKernels& attention_kernels() { return *chosen().attention; }
}  // namespace entente

TEST_CASE("every processor's arithmetic gives the same bytes, with both models") {
  if (others().empty()) {
    MESSAGE("SKIPPED: there is no other version than the portable one for this processor");
    return;
  }
  const Arithmetic plain = chosen();
  for (const char* const model : {"fast", "accurate"}) {
    CAPTURE(model);
    const std::vector<std::string> wanted = outputs(model);
    REQUIRE(wanted.size() >= 12);
    for (const Arithmetic& other : others()) {
      chosen() = other;
      const std::vector<std::string> found = outputs(model);
      chosen() = plain;
      check_same(found, wanted);
    }
  }
}

TEST_CASE("a locale of C++ with decimal commas changes nothing") {
  REQUIRE_FALSE(expected().empty());
  const KeptLocale kept;
  std::locale::global(std::locale(std::locale::classic(), new Commas));
  check_same(outputs("fast"));
}

TEST_CASE("locales of the system change nothing") {
  REQUIRE_FALSE(expected().empty());
  const KeptLocale kept;
  for (const char* name : {"C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"}) {
    CAPTURE(name);
    if (std::setlocale(LC_ALL, name) == nullptr) {
      MESSAGE("SKIPPED: the locale ", name, " is not installed");
      continue;
    }
    check_same(outputs("fast"));
  }
}

TEST_CASE("the time zone changes nothing") {
  REQUIRE_FALSE(expected().empty());
  for (const char* zone : {"UTC0", "XXX-14", "YYY+12"}) {
    CAPTURE(zone);
    setenv("TZ", zone, 1);
    tzset();
    check_same(outputs("fast"));
  }
  unsetenv("TZ");
  tzset();
}
