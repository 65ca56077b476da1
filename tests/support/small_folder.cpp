#include "tests/support/small_folder.h"

namespace adit::test {

SmallFolder::SmallFolder() {
    m_files["dataset.csv"] = "key,value\nformat,1\nedition,9.1\ntitle,Small\nlicence_note,none\n";
    m_files["sources.csv"] =
        "source_id,publisher,title,redistribution\n"
        "alpha,Alpha,Yearbook,open\n"
        "beta,Beta,\"Tables, revised\",restricted\n";
    m_files["economies.csv"] =
        "iso3,iso2,name,short_name,region,lat,lon,map_50m\n"
        "COD,CD,\"Congo, Democratic Republic\",DR Congo,Africa,-2.9,23.6,1\n"
        "CHN,CN,China,China,Asia,35.0,103.0,1\n"
        "MLT,MT,Malta,Malta,Europe,35.9,14.4,0\n";
    m_files["bloc_names.csv"] = "bloc,name,short_name\nEU27,European Union,EU\n";
    m_files["blocs.csv"] = "bloc,iso3,from_year,to_year,source_id\nEU27,MLT,2004,,alpha\n";
    m_files["minerals.csv"] =
        "mineral,name,symbol,group,part_of,host_metals,evidence,source_id\n"
        "cobalt,Cobalt,Co,battery,,copper;nickel,published,alpha\n"
        "terbium,Terbium,Tb,rare earths,rare-earths,,unverified,beta\n"
        "rare-earths,Rare earths,REE,rare earths,,,published,alpha\n";
    m_files["production.csv"] =
        "mineral,stage,economy,year,source_id,basis,quantity_t,flag,note\n"
        "cobalt,mine,COD,2022,alpha,Co content,70.5,reported,\n"
        "cobalt,mine,CHN,2022,alpha,Co content,,withheld,kept back\n"
        "cobalt,mine,WORLD,2022,alpha,Co content,100,rounded,\n"
        "cobalt,mine,COD,2022,beta,Co content,71,reported,closed remark\n";
    m_files["preference.csv"] =
        "mineral,stage,year,source_id,basis,break\ncobalt,mine,2022,alpha,Co content,basis+source\n";
    m_files["trade.csv"] =
        "hs6,year,exporter,importer,source_id,mineral,stage,role,quantity_t,contained_t,value_usd,coverage,flag\n"
        "282200,2022,COD,CHN,alpha,cobalt,refine,feed,10,6.5,1000,full,unit-value\n"
        "260500,2022,COD,MLT,alpha;beta,cobalt,mine,product,0,,,top6,\n"
        "253090,2022,COD,CHN,alpha,mixed,mine,mixed,,,500,full,\n";
}

const std::filesystem::path& SmallFolder::path() {
    for (const std::string& name : m_input.names()) {
        if (!m_files.contains(name)) std::filesystem::remove_all(m_input.path() / name);
    }
    for (const auto& [name, content] : m_files)
        m_input.write(name, content);
    return m_input.path();
}

db::BuildOutcome SmallFolder::build(db::Selection selection) {
    return db::build(path(), target(), selection);
}

}  // namespace adit::test
