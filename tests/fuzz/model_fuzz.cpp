// Any bytes as a model file: a model whose sections lie inside the bytes, or an Error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

#include <entente/base/error.hpp>
#include <entente/model/model.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto bytes = std::as_bytes(std::span(data, size));
    const entente::Model model = entente::Model::view(bytes, "input");
    for (const char* name : {"encoder", "tagger"}) {
      if (model.has(name)) {
        const auto payload = model.section(name, 1);
        if (!payload.empty() && (payload.data() < bytes.data() || payload.size() > bytes.size())) {
          std::abort();
        }
      }
    }
  } catch (const entente::Error& error) {
    if (error.code() != entente::ErrorCode::BadModel) {
      std::abort();
    }
  }
  return 0;
}
