// Runs a fuzz target without libFuzzer: over the files in folders, and over damaged copies of them (a fixed random
// seed, so that every run is the same). Finds what is easily found, on every machine and in every check.
//
//   NAME_fuzz ROUNDS FOLDER…
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <entente/base/files.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
// Of targets whose inputs must be corrected after every damage (checksums).
extern "C" [[gnu::weak]] std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                                             unsigned int seed);

namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t bound) { return bound == 0 ? 0 : random() % bound; }

// One damage of the kinds that files suffer: a flipped bit, a changed byte, a cut, a piece doubled, taken out, or taken
// from another seed.
void damage(std::string& bytes, const std::string& other, Random& random) {
  const std::size_t at = below(random, bytes.size());
  const std::size_t length = std::min(below(random, 64), bytes.size() - at);
  switch (random() % 6) {
    case 0:
      if (!bytes.empty()) {
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
      }
      break;
    case 1:
      if (!bytes.empty()) {
        bytes[at] = static_cast<char>(random());
      }
      break;
    case 2:
      bytes.resize(at);
      break;
    case 3:
      bytes.insert(at, bytes.substr(at, length));
      break;
    case 4:
      bytes.erase(at, length);
      break;
    default:
      bytes.insert(at, other.substr(below(random, other.size()), 64));
  }
}

void correct(std::string& bytes) {
  if (LLVMFuzzerCustomMutator != nullptr) {
    LLVMFuzzerCustomMutator(reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size(), bytes.size(), 0);
  }
}

void try_input(const std::string& bytes) {
  // A copy of exactly that size, so that the address sanitizer sees a read beyond it.
  const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

// The contents of all files below the folder, in the order of their paths.
void add_files(const char* folder, std::vector<std::string>& contents) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      paths.push_back(entry.path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    contents.push_back(entente::read_file(path));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "%s ROUNDS FOLDER...\n", argv[0]);
    return 2;
  }
  std::vector<std::string> seeds = {""};
  for (int i = 2; i < argc; ++i) {
    add_files(argv[i], seeds);
  }
  Random random(20230318);
  const int rounds = std::stoi(argv[1]);
  for (const std::string& seed : seeds) {
    try_input(seed);
  }
  for (int round = 0; round < rounds; ++round) {
    std::string bytes = seeds[below(random, seeds.size())];
    for (std::size_t times = 1 + below(random, 4); times > 0; --times) {
      damage(bytes, seeds[below(random, seeds.size())], random);
    }
    correct(bytes);
    try_input(bytes);
  }
  std::printf("%zu seeds, %d damaged copies\n", seeds.size(), rounds);
  return 0;
}
