// Build tool: projects resources/map/world_50m.json to Equal Earth and writes it as ui/map/geometry/format.h says.
#include "ui/map/geometry/format.h"
#include "ui/map/geometry/simplify.h"

#include <nlohmann/json.hpp>
#include <proj.h>

#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

using adit::ui::map::PlanePoint;
using nlohmann::json;
namespace format = adit::ui::map::format;

namespace {

// Centred on 11 E: the map is then cut along the Bering Strait and no country lies on both edges.
constexpr const char* projection = "+proj=eqearth +ellps=WGS84 +lon_0=11 +over";
constexpr double earthRadius = 6378137.0;  // of the ellipsoid above, metres
constexpr double southEdge = -57.0;        // of the land at full view, degrees
constexpr double northEdge = 80.0;

struct Close {
    void operator()(PJ* p) const { proj_destroy(p); }
};
using Projection = std::unique_ptr<PJ, Close>;

PlanePoint project(PJ* with, double lon, double lat) {
    const PJ_COORD out = proj_trans(with, PJ_FWD, proj_coord(proj_torad(lon), proj_torad(lat), 0, 0));
    return {out.xy.x / earthRadius, -out.xy.y / earthRadius};
}

struct Writer {
    std::string bytes;
    template <typename T>
    void put(T value) {
        char raw[sizeof(T)];
        std::memcpy(raw, &value, sizeof(T));
        bytes.append(raw, sizeof(T));
    }
    void code(const std::string& code) { bytes.append((code + "   ").substr(0, 3)); }
    void count(std::size_t n) { put(static_cast<std::uint32_t>(n)); }
};

std::int32_t rounded(double x) {
    return static_cast<std::int32_t>(std::lround(x * format::unitsPerRadius));
}

using Line = std::vector<PlanePoint>;

std::vector<Line> projectArcs(PJ* with, const json& topology) {
    const double scale = topology["transform"]["scale"][0];
    std::vector<Line> arcs;
    for (const json& steps : topology["arcs"]) {
        int x = 0;
        int y = 0;
        Line line;
        for (const json& step : steps) {
            x += step[0].get<int>();
            y += step[1].get<int>();
            line.push_back(project(with, x * scale, y * scale));
        }
        arcs.push_back(std::move(line));
    }
    return arcs;
}

std::uint8_t levelOf(double significance) {
    std::uint8_t level = 0;
    while (level + 1 < format::levels && significance < format::tolerance[level])
        ++level;
    return level;
}

void writeArc(Writer& out, const Line& line) {
    out.count(line.size());
    std::int32_t x = 0;
    std::int32_t y = 0;
    for (const PlanePoint& p : line) {
        out.put(rounded(p.x) - x);
        out.put(rounded(p.y) - y);
        x = rounded(p.x);
        y = rounded(p.y);
    }
    for (const double s : adit::ui::map::significance(line))
        out.put(levelOf(s));
}

// Twice the signed area under an arc: summed over the arcs of closed rings, twice their area.
double shoelace(const Line& line) {
    double sum = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += line[i - 1].x * line[i].y - line[i].x * line[i - 1].y;
    return sum;
}

double areaOf(const json& polygons, const std::vector<Line>& arcs) {
    double area = 0.0;
    for (const json& polygon : polygons) {
        for (std::size_t r = 0; r < polygon.size(); ++r) {
            double ring = 0.0;
            for (const int number : polygon[r])
                ring += number >= 0 ? shoelace(arcs[static_cast<std::size_t>(number)])
                                    : -shoelace(arcs[static_cast<std::size_t>(~number)]);
            area += (r == 0 ? 0.5 : -0.5) * std::fabs(ring);
        }
    }
    return area * earthRadius * earthRadius / 1e6;
}

void writeShape(Writer& out, const json& shape, const std::vector<Line>& arcs) {
    out.code(shape.value("id", ""));
    out.put(areaOf(shape["arcs"], arcs));
    std::size_t rings = 0;
    for (const json& polygon : shape["arcs"])
        rings += polygon.size();
    out.count(rings);
    for (const json& polygon : shape["arcs"]) {
        for (const json& ring : polygon) {
            out.count(ring.size());
            for (const int number : ring)
                out.put(static_cast<std::int32_t>(number));
        }
    }
}

// The box around the land between the two latitudes.
void writeFrame(Writer& out, PJ* with, const std::vector<Line>& arcs) {
    double left = 0.0;
    double right = 0.0;
    const double top = project(with, 0, northEdge).y;
    const double bottom = project(with, 0, southEdge).y;
    for (const Line& line : arcs) {
        for (const PlanePoint& p : line) {
            if (p.y < top || p.y > bottom) continue;
            left = std::min(left, p.x);
            right = std::max(right, p.x);
        }
    }
    for (const double edge : {left, top, right, bottom})
        out.put(edge);
}

std::string worldAsBytes(PJ* with, const json& topology) {
    const std::vector<Line> arcs = projectArcs(with, topology);
    const json& shapes = topology["objects"]["economies"]["geometries"];
    const json& places = topology["objects"]["places"]["geometries"];
    const double scale = topology["transform"]["scale"][0];
    Writer out;
    out.bytes.append(format::magic.data(), format::magic.size());
    out.count(arcs.size());
    out.count(shapes.size());
    out.count(places.size());
    writeFrame(out, with, arcs);
    for (const Line& line : arcs)
        writeArc(out, line);
    for (const json& shape : shapes)
        writeShape(out, shape, arcs);
    for (const json& place : places) {
        const json& at = place["coordinates"];
        const PlanePoint p = project(with, at[0].get<int>() * scale, at[1].get<int>() * scale);
        out.code(place["id"]);
        out.put(rounded(p.x));
        out.put(rounded(p.y));
    }
    return out.bytes;
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 3) {
        std::cerr << "usage: project_map TOPOLOGY.json WORLD.bin\n";
        return 2;
    }
    const Projection with(proj_create(PJ_DEFAULT_CTX, projection));
    if (!with) {
        std::cerr << "project_map: this PROJ has no Equal Earth\n";
        return 2;
    }
    std::ifstream in(argv[1]);
    const std::string bytes = worldAsBytes(with.get(), json::parse(in));
    std::ofstream out(argv[2], std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return out.flush() ? 0 : 2;
} catch (const std::exception& e) {
    std::cerr << "project_map: " << e.what() << '\n';
    return 2;
}
