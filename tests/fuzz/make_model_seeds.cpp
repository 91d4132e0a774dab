// Writes the seeds of model_fuzz into a folder: model files with no, one and three sections.
#include <cstddef>
#include <string>
#include <vector>

#include <entente/model/model.hpp>

int main(int argc, char** argv) {
  const std::string folder = argc > 1 ? argv[1] : ".";
  entente::ModelWriter writer;
  writer.save(folder + "/empty.model");
  writer.add("encoder", 1, std::vector<std::byte>(100, std::byte{7}));
  writer.save(folder + "/one.model");
  writer.add("nothing", 1, {});
  writer.add("tagger", 1, std::vector<std::byte>(64, std::byte{1}));
  writer.save(folder + "/three.model");
}
