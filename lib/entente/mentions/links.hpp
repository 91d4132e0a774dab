// Which earlier mention a mention refers to: a learned score between two head words (Dobrovolskii 2021, "Word-Level
// Coreference Resolution").
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>
#include <entente/mentions/mention_scores.hpp>
#include <entente/model/model.hpp>

namespace entente::inline v0_1 {

// The section of a model that this room reads.
inline constexpr std::string_view MentionsSection = "mentions";
inline constexpr std::uint32_t MentionsVersion = 1;

// The forms that the scores distinguish.
enum class LinkForm : std::uint8_t { Name, Adjective, Description, Pronoun };

// Immutable after construction; may serve many threads.
class LinkScorer {
 public:
  // A model may lack the section. Throws Error (BadModel) where it is damaged.
  explicit LinkScorer(const Model& model);

 private:
  friend class Links;
  struct Weights;
  std::shared_ptr<const Weights> weights_;  // null where the model lacks the section
};

// The scores of one document. A softmax over the scores of all earlier mentions and of none() gives the probability of
// each. Keeps the state of the last question, so only one thread may use it.
class Links {
 public:
  // Both must outlive it.
  Links(const LinkScorer& scorer, const MentionScores& mention_scores);
  ~Links();
  Links(const Links&) = delete;
  Links& operator=(const Links&) = delete;

  // The model lacks the section; the functions below may not be called.
  bool empty() const;
  // Sets the mention whose scores the following two give, by its head word.
  void ask(TokenId t, LinkForm form);
  // The score for referring to the same actor as the mention that token `before` heads, that many sentences back.
  float score(TokenId before, LinkForm form, std::uint32_t sentences_back);
  // The score for referring to no earlier mention.
  float none() const { return none_; }

 private:
  struct Slot;
  const Slot& slot(TokenId t);

  const LinkScorer& scorer_;
  const MentionScores& mention_scores_;
  std::vector<Slot> slots_;  // by token modulo their number
  std::vector<float> asks_;
  LinkForm form_ = LinkForm::Name;
  float none_ = 0.0F;
};

}  // namespace entente
