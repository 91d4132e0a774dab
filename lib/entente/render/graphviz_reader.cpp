#include <entente/render/graphviz_reader.hpp>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <string_view>

#include <graphviz/cgraph.h>

namespace entente::inline v0_1 {

namespace {

// The numbers of one graph's nodes, edges and subgraphs.
struct Numbers {
  explicit Numbers(Agraph_t* of) : graph(of) {}

  Agraph_t* graph;
  std::map<std::string, IDTYPE, std::less<>> of_names;
  std::map<IDTYPE, char*>
      names;  // in the store of the graph, as cgraph expects them: it keeps a mark before the letters
  IDTYPE next = 1;
};

void* open_numbers(Agraph_t* graph, Agdisc_t* /*discipline*/) { return new Numbers(graph); }

// cgraph's convention: nonzero where there is a number. One without a name always gets a new one.
long number_of(void* state, int /*kind*/, char* name, IDTYPE* number, int create) {
  auto& numbers = *static_cast<Numbers*>(state);
  if (name == nullptr) {
    *number = numbers.next++;
    return 1;
  }
  const auto at = numbers.of_names.find(std::string_view(name));
  if (at != numbers.of_names.end()) {
    *number = at->second;
  } else if (create != 0) {
    *number = numbers.next++;
    numbers.of_names.emplace(name, *number);
    numbers.names.emplace(*number, agstrdup(numbers.graph, name));
  } else {
    *number = 0;
  }
  return 1;
}

long take_number(void* /*state*/, int /*kind*/, IDTYPE /*number*/) { return 0; }

void free_number(void* /*state*/, int /*kind*/, IDTYPE /*number*/) {}

char* name_of(void* state, int /*kind*/, IDTYPE number) {
  const auto& names = static_cast<Numbers*>(state)->names;
  const auto at = names.find(number);
  return at == names.end() ? nullptr : at->second;
}

void close_numbers(void* state) { delete static_cast<Numbers*>(state); }

void note(void* /*state*/, int /*kind*/, void* /*object*/) {}

struct Rest {
  std::string_view text;
};

int read_on(void* channel, char* buffer, int room) {
  auto& rest = static_cast<Rest*>(channel)->text;
  const auto size = std::min(rest.size(), static_cast<std::size_t>(std::max(room, 0)));
  std::memcpy(buffer, rest.data(), size);
  rest.remove_prefix(size);
  return static_cast<int>(size);
}

}  // namespace

Agraph_s* read_graph(const std::string& dot) {
  static Agiddisc_t numbering = {open_numbers, number_of, take_number, free_number, name_of, close_numbers, note};
  static Agiodisc_t reading = {read_on, AgIoDisc.putstr, AgIoDisc.flush};
  static Agdisc_t discipline = {&AgMemDisc, &numbering, &reading};
  Rest rest{dot};
  return agread(&rest, &discipline);
}

}  // namespace entente
