// Which of the mentions before it a mention means: a learned score between two head words (Dobrovolskii 2021,
// "Word-Level Coreference Resolution").
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>
#include <entente/mentions/readings.hpp>
#include <entente/model/model.hpp>

namespace entente::inline v0_1 {

// Where the layers of this room are in a model.
inline constexpr std::string_view MentionsSection = "mentions";
inline constexpr std::uint32_t MentionsVersion = 1;

// The forms that the scores distinguish.
enum class LinkForm : std::uint8_t { Name, Adjective, Description, Pronoun };

// Immutable after construction; may serve many threads.
class LinkScorer {
 public:
  // A model may come without these layers. Throws Error (BadModel) where they are damaged.
  explicit LinkScorer(const Model& model);

 private:
  friend class Links;
  struct Network;
  std::shared_ptr<const Network> network_;  // null where the model has no such layers
};

// The scores of one document. They are compared with one another: a softmax over all mentions before, and over none,
// gives the probability of each. Remembers what was asked last, so one thread uses it.
class Links {
 public:
  // Both outlive it.
  Links(const LinkScorer& scorer, const Readings& readings);
  ~Links();
  Links(const Links&) = delete;
  Links& operator=(const Links&) = delete;

  // The model has no such layers; no score may be asked for.
  bool empty() const;
  // The mention that the following two are about, by its head word.
  void ask(TokenId t, LinkForm form);
  // That it means the same as the one that token `before` heads, so many sentences back.
  float score(TokenId before, LinkForm form, std::uint32_t sentences_back);
  // That it means none before it.
  float none() const { return none_; }

 private:
  struct Slot;
  const Slot& slot(TokenId t);

  const LinkScorer& scorer_;
  const Readings& readings_;
  std::vector<Slot> slots_;  // by token modulo their number
  std::vector<float> asks_;
  LinkForm form_ = LinkForm::Name;
  float none_ = 0.0F;
};

}  // namespace entente
