//! The catalogue of facts about records that a CA looks for.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    TxtMissing {
        "The TXT record that the CA expects is missing",
        "Add it where the zone is hosted, with the host record as the CA gives it, and check again.";
        "缺少 CA 要求的 TXT 记录",
        "在托管该区域的地方按 CA 给出的主机记录添加，然后重新检查。"
    }
    TxtWrongValue {
        "The TXT record has another value than the CA expects",
        "Copy the value from the CA once more, without quotes or spaces around it, and replace the one that is there.";
        "TXT 记录的值与 CA 要求的不同",
        "重新从 CA 处复制记录值，前后不带引号和空格，替换现有的值。"
    }
    TxtDoubledLabel {
        "The zone stands twice in the name of the record",
        "Enter the host record relative to the zone, such as _dnsauth, or end the full name with a dot; then delete the doubled record.";
        "记录名称中区域出现了两次",
        "主机记录只填相对于区域的部分，例如 _dnsauth，或在完整名称末尾加点；然后删除重复的记录。"
    }
    TxtServersDisagree {
        "Name servers of the zone disagree about the record",
        "Bring every name server to the same state, or wait until the secondaries have copied the zone, then check again.";
        "该区域的权威 DNS 服务器对记录的应答不一致",
        "使各服务器的数据一致，或等待辅助服务器同步完成，然后重新检查。"
    }
    TxtSeveral {
        "There are other TXT values beside the right one",
        "Nothing to do: a CA looks through all of them. Values of former orders may be deleted.";
        "除正确的值外还有其他 TXT 值",
        "无需处理：CA 会逐一查看。以前订单留下的值可以删除。"
    }
    RecordWrongPlace {
        "The record stands at another name than the CA looks at",
        "Add it at the name that the CA gives, relative to the zone, and delete the one in the wrong place.";
        "记录所在的名称不是 CA 查看的名称",
        "按 CA 给出的名称（相对于区域）添加记录，并删除位置错误的那条。"
    }
    RecordFromWildcard {
        "A wildcard record answers in place of the expected one",
        "Add the record itself at its own name; it then takes precedence over the wildcard.";
        "应答来自通配符记录，而非要求的记录",
        "在该名称处添加这条记录本身，它会优先于通配符记录。"
    }
    RecordStale {
        "Resolvers still keep an old answer",
        "Wait until the time told is over, then check again. Lower the TTL before the next change.";
        "递归解析器仍缓存着旧应答",
        "等待所示时间过去后重新检查。下次更改前先调低 TTL。"
    }
    RecordLookupFailed {
        "The look-up of the record fails",
        "Make every name server of the zone answer with no error, then check again.";
        "记录查询失败",
        "让该区域的每台权威 DNS 服务器都能正常应答，然后重新检查。"
    }
    CnameMissing {
        "The CNAME record that the CA expects is missing",
        "Add it where the zone is hosted, with the host record as the CA gives it, and check again.";
        "缺少 CA 要求的 CNAME 记录",
        "在托管该区域的地方按 CA 给出的主机记录添加，然后重新检查。"
    }
    CnameWrongTarget {
        "The CNAME record leads elsewhere",
        "Replace its target by the one that the CA gives.";
        "CNAME 记录指向了别处",
        "将其指向改为 CA 给出的名称。"
    }
    CnameTargetMissing {
        "The CNAME record leads to a name that does not exist",
        "Compare the target with what the CA gives. Some CAs look at the alias alone, others at what stands behind it.";
        "CNAME 记录指向的名称不存在",
        "与 CA 给出的名称核对。有的 CA 只看别名本身，有的还会查看其指向的记录。"
    }
    AcmeChallengeDangling {
        "_acme-challenge leads to a name that does not exist now",
        "Nothing to do where a program makes it for each order. Otherwise correct the alias.";
        "_acme-challenge 指向的名称目前不存在",
        "如果程序会在每次申请时创建它，则无需处理；否则更正该别名。"
    }
    AcmeChallengeDelegated {
        "_acme-challenge is looked for elsewhere",
        "Put the values of the CA there; records beside the delegation are not seen.";
        "_acme-challenge 已委派到别处",
        "将 CA 给出的值放到那里；委派点旁边的记录不会被看到。"
    }
    ValidationPersistFound {
        "A standing validation record is there",
        "Keep it as long as this CA and account shall renew; delete it otherwise.";
        "存在长期有效的验证记录",
        "如需由该 CA 和账户继续续期，则保留；否则将其删除。"
    }
    ValidationPlacesDisagree {
        "The record is visible in some places only",
        "Wait until the old answers have run out and check again. CAs look from several networks, and all must see it.";
        "记录只在部分地方可见",
        "等待旧应答过期后重新检查。CA 会从多个网络查看，各处都须能看到。"
    }
    ValidationGeoOrFirewallSuspected {
        "Answers by region or a firewall may keep CAs out",
        "Let DNS and ports 80 and 443 answer the whole world alike while the CA validates. Lists of addresses of a CA, as vendors once gave them, no longer suffice.";
        "可能因按地区应答或防火墙而使 CA 无法访问",
        "在 CA 验证期间，让 DNS 以及 80 和 443 端口对全球一致应答。厂商过去提供的 CA 地址放行列表已不够用。"
    }
}
