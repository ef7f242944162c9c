//! The catalogue of facts about what DNS says of a name, and its servers.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    DnsNameMissing {
        "The name does not exist in DNS",
        "Add the record where the zone is hosted; a typing error in the name is the other usual cause.";
        "DNS 中没有这个名称",
        "在托管该区域的地方添加解析记录；另一个常见原因是名称输错。"
    }
    DnsNotDelegated {
        "The domain is not delegated",
        "Ask the registrar whether the domain is registered, paid for and not on hold, and that its name servers are entered there.";
        "主域名未被委派",
        "向域名注册商确认该域名已注册、未欠费、未被暂停解析，并且已填写 DNS 服务器。"
    }
    DnsLookupFailed {
        "The look-up fails",
        "Ask whoever hosts the zone to look at its servers: a CA that gets this answer does not issue.";
        "DNS 查询失败",
        "联系托管该区域的服务商，检查其服务器：CA 得到这样的应答就不会签发。"
    }
    DnsNoAddress {
        "The name has no address",
        "For validation by file, add an A or AAAA record that leads to the web server. Validation by DNS works without.";
        "名称没有地址",
        "文件验证需要添加指向 Web 服务器的 A 或 AAAA 记录；DNS 验证不需要。"
    }
    DnsReservedAddress {
        "An address that the Internet cannot reach",
        "For validation by file, enter the public address of the web server; otherwise choose validation by DNS.";
        "互联网无法到达的地址",
        "文件验证需要填写 Web 服务器的公网地址；否则改用 DNS 验证。"
    }
    DnsPublicSuffix {
        "The name is a public suffix",
        "Apply for a name below it that is registered to you.";
        "该名称是公共后缀",
        "改为申请其下由自己注册的域名。"
    }
    DnsIntercepted {
        "Something on the way answers in place of name servers",
        "Run the check from another network, or let this computer send to port 53 (UDP and TCP) anywhere. Resolvers over TLS or HTTPS are not affected: name some in the options.";
        "途中有设备代替 DNS 服务器应答",
        "换一个网络再检查，或允许本机向任意地址的 53 端口（UDP 和 TCP）发送查询。通过 TLS 或 HTTPS 访问的递归解析器不受影响，可在选项中填写。"
    }
    DnsServerSilent {
        "A name server does not answer",
        "Start the server or open port 53 over UDP and TCP for everyone; if it is gone, remove it at the registrar and in the zone.";
        "有权威 DNS 服务器不应答",
        "启动该服务器，或对所有来源开放 UDP 和 TCP 的 53 端口；如已停用，在注册商处和区域中删除它。"
    }
    DnsServerRefuses {
        "A name server refuses or fails",
        "Ask whoever runs the server to let everyone ask for this zone and to check that the zone loads.";
        "有权威 DNS 服务器拒绝应答或出错",
        "让该服务器的管理方允许任何来源查询此区域，并检查区域能否正常加载。"
    }
    DnsLameDelegation {
        "A name server does not have the zone",
        "Add the zone on that server, or remove the server at the registrar.";
        "有 DNS 服务器上没有该区域",
        "在该服务器上添加此区域，或在注册商处删除该服务器。"
    }
    DnsDelegationDiffers {
        "Parent and zone name different servers",
        "Enter the same name servers at the registrar and as NS records of the zone.";
        "上级与区域自身的 DNS 服务器不同",
        "让注册商处填写的 DNS 服务器与区域中的 NS 记录一致。"
    }
    DnsServerAddressMissing {
        "A name server has no address",
        "Give the server's name an A or AAAA record, and at the registrar its address where the name lies in the domain itself.";
        "有 DNS 服务器的名称没有地址",
        "为该服务器名称添加 A 或 AAAA 记录；如该名称位于本域名之内，还要在注册商处登记其地址。"
    }
    DnsTcpClosed {
        "A name server does not answer over TCP",
        "Open port 53 over TCP as well: longer answers need it.";
        "有 DNS 服务器不支持 TCP",
        "同时开放 TCP 的 53 端口：较长的应答需要它。"
    }
    DnsOneServer {
        "A single name server",
        "Add a second server in another network, so that the zone is there when one fails.";
        "只有一台 DNS 服务器",
        "在另一个网络中添加第二台服务器，以免其中一台故障时区域无法解析。"
    }
    DnsOneNetwork {
        "All name servers in one network",
        "Nothing has to be done for a certificate; a server in another network keeps the zone there when this one fails.";
        "所有 DNS 服务器在同一网络",
        "申请证书无需处理；另设一台位于其他网络的服务器可避免整体中断。"
    }
    DnsServersDisagree {
        "The name servers do not agree",
        "Ask whoever hosts the zone to bring all servers to the same version: a CA may ask any of them.";
        "各权威 DNS 服务器应答不一致",
        "要求托管该区域的服务商把所有服务器同步到同一版本：CA 可能询问其中任意一台。"
    }
    DnsResolversDisagree {
        "The resolvers do not agree",
        "Wait until the time to live is over, then run it again; where it stays so, the zone answers differently by place.";
        "各递归解析器应答不一致",
        "等缓存时间结束后再检查一次；如仍不一致，说明该区域按地点给出不同应答。"
    }
    DnsCnameLoop {
        "The aliases lead nowhere",
        "Change one of the CNAME records so that the last name has records of its own.";
        "CNAME 没有终点",
        "修改其中一条 CNAME 记录，使最后的名称有自己的解析记录。"
    }
    DnsCnameDangling {
        "The alias leads to a name that does not exist",
        "Correct the target of the CNAME record, or remove the record when the service is no longer used.";
        "CNAME 指向不存在的名称",
        "改正 CNAME 记录的目标；如已不再使用该服务，删除这条记录。"
    }
    DnsCnameBesideOthers {
        "CNAME beside other records",
        "Keep either the CNAME or the other records. At the top of a zone use A and AAAA, or what the host offers in place of a CNAME.";
        "CNAME 与其他记录并存",
        "CNAME 与其他记录只能保留一种。区域顶端应使用 A 和 AAAA，或服务商提供的 CNAME 替代功能。"
    }
    DnsWildcardAnswers {
        "A wildcard answers for names that nobody made",
        "Nothing has to be done; but an answer does not prove that a record was added.";
        "通配符记录会应答不存在的名称",
        "无需处理；但有应答并不说明所需的解析记录已经添加。"
    }
    DnsNegativeCached {
        "Resolvers still say that there is none",
        "Wait until that time is over before the CA is asked to check.";
        "递归解析器仍缓存“不存在”",
        "等这段时间过去后再让 CA 检查。"
    }
    DnssecBroken {
        "DNSSEC is broken",
        "Ask whoever hosts the zone to sign it anew, and see that the DS record at the registrar belongs to its key; or remove the DS record there.";
        "DNSSEC 校验失败",
        "让托管该区域的服务商重新签名，并确认注册商处的 DS 记录与其密钥对应；或在注册商处删除 DS 记录。"
    }
    DnssecNotChecked {
        "DNSSEC was not checked",
        "Run it again where port 53 is open, or name a resolver that validates.";
        "未能检查 DNSSEC",
        "在开放 53 端口的网络中再检查一次，或指定一个会校验的递归解析器。"
    }
    DnsHostsFile {
        "The hosts file speaks for this name",
        "Remove the line from the hosts file to see the name as others do.";
        "hosts 文件中有该名称",
        "从 hosts 文件中删除这一行，才能看到与外界相同的结果。"
    }
    DnsSplit {
        "This computer sees other addresses",
        "Nothing has to be done; what works here may not work for the CA, which sees the public addresses.";
        "本机看到的地址与外界不同",
        "无需处理；但在这里可用并不代表 CA 可用，CA 看到的是公网地址。"
    }
    DnsAnswerBroken {
        "A server's answer cannot be read",
        "Ask whoever runs the server to update it; a firewall that changes DNS answers is the other usual cause.";
        "无法读取服务器的应答",
        "让该服务器的管理方更新软件；另一个常见原因是防火墙改动了 DNS 应答。"
    }
}
