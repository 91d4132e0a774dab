// Article → Document: converts the text to UTF-8, removes markup, distinguishes titles, headings, captions, bylines and
// prose, splits sentences and words.
#pragma once

#include <memory>

#include <entente/model/model.hpp>
#include <entente/text/article.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Built once from the model, immutable after; one reader may serve many threads.
class Reader {
 public:
  // Keeps a copy of the model. Throws Error (BadModel) if the section "splitter" is missing or damaged.
  explicit Reader(const Model& model);
  // The document of the article. Never fails; of an article of more than a gigabyte, only the beginning is read.
  Document read(const Article& article) const;

 private:
  struct Parts;
  std::shared_ptr<const Parts> parts_;
};

}  // namespace entente
