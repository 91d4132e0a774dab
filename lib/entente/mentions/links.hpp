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

// The section of a model that holds the weights of the mention model.
inline constexpr std::string_view MentionsSection = "mentions";
inline constexpr std::uint32_t MentionsVersion = 1;

// The forms of mentions that the scores distinguish.
enum class LinkForm : std::uint8_t { Name, Adjective, Description, Pronoun };

// The weights of the links. Immutable after construction; may serve many threads.
class LinkScorer {
 public:
  // The model may lack the section. Throws Error (BadModel) if it is damaged.
  explicit LinkScorer(const Model& model);

 private:
  friend class Links;
  struct Weights;
  std::shared_ptr<const Weights> weights_;  // null where the model lacks the section
};

// The scores of one document: of one selected mention with each possible antecedent. A softmax over the scores of all
// earlier mentions and none_score() gives the probability of each. Keeps the selected mention and a cache, so only one
// thread may use it.
class Links {
 public:
  // Both must outlive it. Throws Error (BadModel) if the scores come from another model.
  Links(const LinkScorer& scorer, const MentionScores& mention_scores);
  ~Links();
  Links(const Links&) = delete;
  Links& operator=(const Links&) = delete;

  // Whether there are no scores, because the model lacks the section. Then the functions below must not be called.
  bool empty() const;
  // Selects the mention that the following two functions are about: its head word and its form.
  void select(TokenId t, LinkForm form);
  // The score for referring to the same actor as an earlier mention: its head word, its form, and how many sentences
  // before the selected one it is.
  float score(TokenId antecedent, LinkForm form, std::uint32_t sentences_back);
  // The score for not referring to any earlier mention.
  float none_score() const { return none_score_; }

 private:
  struct Vectors;
  // The vectors of a mention by its head word, computed at first use.
  const Vectors& vectors_of(TokenId t);

  const LinkScorer& scorer_;
  const MentionScores& mention_scores_;
  std::vector<Vectors> cache_;  // by token modulo its size
  std::vector<float> query_;    // of the selected mention
  LinkForm form_ = LinkForm::Name;
  float none_score_ = 0.0F;
};

}  // namespace entente
