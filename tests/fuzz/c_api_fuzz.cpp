// Any bytes as a program of calls into entente.h, one per line: nothing but codes comes back, whatever the order and
// the arguments. The first letter says what is called, the words after it (divided by tabs) with what:
//
//   r TEXT DATE SOURCE TITLE ID    entente_read
//   l JSON                         entente_load
//   m I J                          entente_merge of the networks I and J
//   u I                            the network I is the one that is asked; at first, the last that was made
//   f NAME                         entente_find
//   x I J                          entente_actor_at, entente_relation_at; entente_mention_at, entente_evidence_at
//   s TYPE STATUS SPEAKER ARTICLE SINCE UNTIL
//                                  entente_select
//   n I DEPTH                      entente_neighbors
//   b I J                          entente_between
//   p I J HOPS                     entente_path
//   k BY                           entente_rank
//   w FORMAT                       entente_write
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <entente/entente.h>

#include "fuzz/sound.hpp"

namespace {

using entente::fuzz::require;

constexpr std::size_t MaxCalls = 12;
constexpr std::size_t MaxReads = 2;        // they take the most time
constexpr std::size_t MaxDrawnActors = 6;  // of a network that is laid out

using Network = std::unique_ptr<entente_network, decltype(&entente_free_network)>;

// The accurate model, the only one that entente_open has.
entente_pipeline* pipeline() {
  static entente_pipeline* const opened = entente_open(nullptr, nullptr);
  return opened;
}

// A code that is an error comes with a message.
class Outcome {
 public:
  entente_error* error() { return &error_; }
  void check(entente_code code) const {
    require(code == ENTENTE_OK || (code == error_.code && error_.message[0] != '\0'));
    require(code != ENTENTE_INTERNAL && code != ENTENTE_NO_MEMORY);
  }
  void check_made(bool made) const { check(made ? ENTENTE_OK : error_.code); }

 private:
  entente_error error_{};
};

class Caller {
 public:
  void call(std::string_view line) {
    if (line.empty() || calls_++ >= MaxCalls) {
      return;
    }
    words_.clear();
    std::string_view rest = line.substr(std::min<std::size_t>(line.size(), 2));
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find('\t'));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      words_.emplace_back(word);
    }
    switch (line.front()) {
      case 'r':
        return read();
      case 'l':
        return keep(entente_load(word(0), words_.empty() ? 0 : words_[0].size(), fresh()));
      case 'm':
        return merge();
      case 'u':
        current_ = at(number(0));
        return;
      case 'f':
        return find();
      case 'x':
        return look();
      case 'n':
        return list(entente_neighbors(current_, number(0), static_cast<unsigned>(number(1)), &list_, &count_, fresh()),
                    entente_actor_count(current_));
      case 'b':
        return list(entente_between(current_, number(0), number(1), &list_, &count_, fresh()),
                    entente_relation_count(current_));
      case 'p':
        return list(entente_path(pipeline(), current_, number(0), number(1), static_cast<unsigned>(number(2)), &list_,
                                 &count_, fresh()),
                    entente_relation_count(current_));
      case 's':
        return select();
      case 'k':
        return rank();
      case 'w':
        return write();
      default:
        return;
    }
  }

 private:
  // The word, or NULL where there is none.
  const char* word(std::size_t index) const { return index < words_.size() ? words_[index].c_str() : nullptr; }
  std::size_t number(std::size_t index) const {
    return index < words_.size() ? static_cast<std::size_t>(std::strtoull(words_[index].c_str(), nullptr, 10)) : 0;
  }
  const entente_network* at(std::size_t index) const {
    return index < networks_.size() ? networks_[index].get() : nullptr;
  }
  entente_error* fresh() {
    outcome_ = {};
    list_ = nullptr;
    count_ = 0;
    return outcome_.error();
  }

  void keep(entente_network* made) {
    outcome_.check_made(made != nullptr);
    if (made != nullptr) {
      networks_.emplace_back(made, &entente_free_network);
      current_ = made;
    }
  }

  void read() {
    if (reads_++ < MaxReads) {
      const entente_article article{sizeof(article), word(4), word(3), word(1), word(2), word(0), 0};
      keep(entente_read(pipeline(), &article, nullptr, fresh()));
    }
  }

  void merge() {
    const std::array<const entente_network*, 2> both = {at(number(0)), at(number(1))};
    keep(entente_merge(pipeline(), both.data(), both.size(), fresh()));
  }

  void select() {
    const entente_filter filter{sizeof(filter), word(0), word(1), word(2), word(3), word(4), word(5), 0.0, 0};
    keep(entente_select(pipeline(), current_, &filter, fresh()));
  }

  void find() {
    std::size_t actor = 0;
    const entente_code code = entente_find(current_, word(0), &actor, fresh());
    outcome_.check(code);
    require(code != ENTENTE_OK || actor < entente_actor_count(current_));
  }

  void look() {
    entente_actor actor{};
    actor.size = sizeof(actor);
    outcome_.check(entente_actor_at(current_, number(0), &actor, fresh()));
    entente_relation relation{};
    relation.size = sizeof(relation);
    const entente_code code = entente_relation_at(current_, number(0), &relation, fresh());
    outcome_.check(code);
    require(code != ENTENTE_OK || (relation.source < entente_actor_count(current_) && std::strlen(relation.type) > 0));
    entente_mention mention{};
    mention.size = sizeof(mention);
    const entente_code named = entente_mention_at(current_, number(0), number(1), &mention, fresh());
    outcome_.check(named);
    require(named != ENTENTE_OK || mention.article < entente_source_count(current_));
    entente_evidence evidence{};
    evidence.size = sizeof(evidence);
    const entente_code said = entente_evidence_at(current_, number(0), number(1), &evidence, fresh());
    outcome_.check(said);
    require(said != ENTENTE_OK || evidence.article < entente_source_count(current_));
  }

  // Every index of a list is below `bound`.
  void list(entente_code code, std::size_t bound) {
    outcome_.check(code);
    for (std::size_t i = 0; i < count_; ++i) {
      require(list_[i] < bound);
    }
    entente_free(list_);
  }

  void rank() {
    std::vector<double> scores(entente_actor_count(current_) + 1);
    outcome_.check(entente_rank(current_, word(0), scores.data(), fresh()));
  }

  void write() {
    const std::string_view format = word(0) == nullptr ? "" : word(0);
    const bool drawn =
        format != "json" && format != "graphml" && format != "gexf" && !format.ends_with("csv") && format != "cypher";
    if (drawn && entente_actor_count(current_) > MaxDrawnActors) {
      return;
    }
    std::size_t size = 0;
    char* const bytes = entente_write(pipeline(), current_, word(0), &size, fresh());
    outcome_.check_made(bytes != nullptr);
    require(bytes == nullptr || bytes[size] == '\0');
    entente_free(bytes);
  }

  std::vector<Network> networks_;
  const entente_network* current_ = nullptr;
  std::vector<std::string> words_;
  Outcome outcome_;
  std::size_t* list_ = nullptr;
  std::size_t count_ = 0;
  std::size_t calls_ = 0;
  std::size_t reads_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Caller caller;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    caller.call(line);
  }
  return 0;
}
