// What a reader of the results should know of an article that was read: that it is not in English, or that hardly
// anything of it was found.
#pragma once

#include <optional>
#include <string>

#include <entente/text/article.hpp>
#include <entente/text/document.hpp>

namespace entente::cli {

// One sentence without the article's name, or nothing where there is nothing to say.
std::optional<std::string> remark_on(const Document& document, ArticleFormat format);

}  // namespace entente::cli
