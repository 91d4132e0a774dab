// What an embedding program includes. Begin with Pipeline; the network it returns is a Boost.Graph.
#pragma once

#include <entente/base/error.hpp>
#include <entente/graph/network.hpp>
#include <entente/pipeline.hpp>
