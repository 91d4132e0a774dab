// What an embedding program includes to read articles. Begin with Pipeline; the network it returns is a Boost.Graph.
// Formats and pictures have headers of their own: <entente/formats/json.hpp>, <entente/render/render.hpp> and others.
#pragma once

#include <entente/base/error.hpp>
#include <entente/batch.hpp>
#include <entente/graph/network.hpp>
#include <entente/pipeline.hpp>
#include <entente/version.hpp>
