// Article → Document: repairs UTF-8, strips markup, distinguishes titles, headings, captions, bylines and prose,
// splits sentences and words.
#pragma once

#include <memory>

#include <entente/model/model.hpp>
#include <entente/text/article.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Built once from the model, immutable after; one reader may serve many threads.
class Reader {
 public:
  explicit Reader(const Model& model);
  Document read(const Article& article) const;

 private:
  struct Parts;
  std::shared_ptr<const Parts> parts_;
};

}  // namespace entente
