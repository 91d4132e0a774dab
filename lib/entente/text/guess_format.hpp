// The format of an article, determined from the ending of its path and from its first bytes.
#pragma once

#include <string_view>

#include <entente/export.hpp>
#include <entente/text/article.hpp>

namespace entente::inline v0_1 {

// A known ending decides (.html .htm .xhtml .md .markdown .txt), or else the content: HTML begins with markup, Markdown
// with "---" and keys or with a "#" heading. Path and content may be empty.
ENTENTE_EXPORT ArticleFormat guess_format(std::string_view path, std::string_view content);

}  // namespace entente
