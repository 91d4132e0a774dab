// Packs trained sections into one model file: pack_model -o fast.model NAME:VERSION:FILE …
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/model/model.hpp>

namespace {

struct Part {
  std::string name;
  std::uint32_t version = 0;
  std::string path;
};

Part parse_part(const std::string& argument) {
  const std::size_t first = argument.find(':');
  const std::size_t second = first == std::string::npos ? first : argument.find(':', first + 1);
  if (second == std::string::npos) {
    throw entente::Error(entente::ErrorCode::Usage, argument, "expected NAME:VERSION:FILE");
  }
  const std::string version = argument.substr(first + 1, second - first - 1);
  if (version.empty() || version.size() > 9 || version.find_first_not_of("0123456789") != std::string::npos) {
    throw entente::Error(entente::ErrorCode::Usage, argument, "the version must be a whole number");
  }
  return {argument.substr(0, first), static_cast<std::uint32_t>(std::stoul(version)), argument.substr(second + 1)};
}

void pack(const std::vector<std::string>& arguments, const std::string& out) {
  entente::ModelWriter writer;
  std::vector<Part> parts;
  for (const std::string& argument : arguments) {
    parts.push_back(parse_part(argument));
    const std::string bytes = entente::read_file(parts.back().path);
    const auto* const begin = reinterpret_cast<const std::byte*>(bytes.data());
    writer.add(parts.back().name, parts.back().version, {begin, begin + bytes.size()});
  }
  writer.save(out);
  // What was written must be readable by those who will use it: names, versions and checksums.
  const entente::Model model = entente::Model::load(out);
  std::size_t total = 0;
  for (const Part& part : parts) {
    const std::size_t size = model.section(part.name, part.version).size();
    total += size;
    fmt::print("{:<24} version {:<3} {:>10} bytes\n", part.name, part.version, size);
  }
  fmt::print("{}: {} sections, {} bytes\n", out, parts.size(), total);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Packs trained sections into one model file and reads it again.");
  app.footer("Example: pack_model -o data/model/fast.model lemmas:1:build/lemmas.bin encoder:1:build/encoder.bin");
  std::vector<std::string> parts;
  std::string out;
  app.add_option("-o,--output", out, "the model file to write")->required();
  app.add_option("parts", parts, "NAME:VERSION:FILE of each section, in order")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    pack(parts, out);
  } catch (const std::exception& error) {
    fmt::print(stderr, "pack_model: {}\n", error.what());
    return 1;
  }
  return 0;
}
