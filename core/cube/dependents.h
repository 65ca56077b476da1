// Which figures of a cube a change of the dataset can reach. The rule, for a row of
//
// output (economy p, year Y): every figure of the slot Y, and of any later slot in whose year p's output is withheld on
//   the same basis, since that is bounded by p's last known output. Call these years A. Of the other slots, consumers
//   whose own output was read in a year of A, if p is one of them, or if that year's list leaves producers out or
//   withholds one; and those whose own output was read from such a list up to four years after A, since who is left
//   out is looked up in the last full list.
// trade (importer i, exporter e, year Y): consumers that are i or e or a bloc with one of them, in slots from Y on.
// the same row, for indices that read the world's trade: every consumer, in slots that screen the year Y
//   (consumer/screen.h).
// the same rows and those of output, for indices that read the chain: every consumer, in refined and component slots of
//   the mineral from Y on.
// consumption (economy c, year Y): consumer c and blocs with it (a stock of theirs may be c's days of use) in slots of
//   the mineral, at any stage, from Y on.
// the United States' account (year Y): as consumption of theirs.
// shares of supply (importer i, from year Y): consumer i in slots of the mineral and stage from Y on. For indices that
//   read the chain: every consumer, in refined and component slots of the mineral from Y on.
// outputs of facilities, stakes in them and shares of control: every figure of the slots of their minerals, stages and
//   years.
// governance (economy c, dimension d, year Y): every figure of the slots from Y on until the next year in which c has
// all
//   six dimensions, since whoever has no estimate lies between those that have one, and a rank is one among all.
// recycling (mineral m): every figure of m's slots; where its rate is the highest, those of minerals without one too.
// economic importance (mineral, study's year Y): the Union in slots of the mineral from Y on.
// loss of GDP (mineral): the United States in every slot of the mineral.
// measures: slots of the minerals and stages that it is about, in years at whose end it counts or may count; consumers
//   that it targets and that have an exposure at all, and the market itself. For indices that read the chain: every
//   consumer, in refined and component slots of its minerals in those years.
//
// All of it only for indices that read the register (index::Reads), and both as the row was and as it is.
#pragma once

#include "core/cube/cube.h"
#include "core/dataset/change.h"

#include <map>
#include <vector>

namespace adit::cube {

class Dependents {
public:
    // By place of the consumer, with the market itself last.
    using Marks = std::vector<bool>;

    explicit Dependents(index::Register changed) : m_changed(changed) {}

    index::Register changed() const { return m_changed; }
    const std::map<std::size_t, Marks>& bySlot() const { return m_bySlot; }
    Marks& at(std::size_t slot, std::size_t consumers);
    void add(const Dependents& others);

private:
    index::Register m_changed;
    std::map<std::size_t, Marks> m_bySlot;
};

// Of the row that the change names, as it stands in the cube's dataset now.
Dependents dependentsOf(const Cube& cube, const dataset::Change& change);
// Beyond them, of the register `worldTrade`: what a flow reaches far from its traders. None for other changes.
Dependents worldDependentsOf(const Cube& cube, const dataset::Change& change);
// Of the register `chain`.
Dependents chainDependentsOf(const Cube& cube, const dataset::Change& change);

}  // namespace adit::cube
