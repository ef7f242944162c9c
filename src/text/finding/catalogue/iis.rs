//! The catalogue of IIS.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    IisBindingNotUnderstood {
        "A binding is not address:port:host",
        "Write bindingInformation as address:port:host, for example *:443:shop.example.com, with IPv6 addresses in brackets.";
        "绑定不是“地址:端口:主机名”的形式",
        "把 bindingInformation 写成“地址:端口:主机名”，例如 *:443:shop.example.com，IPv6 地址放在方括号里。"
    }
    IisFlagsNotUnderstood {
        "sslFlags is not a number",
        "Write a whole number: 0 for none, 1 for SNI, 2 for the central store, 3 for both.";
        "sslFlags 不是数字",
        "写一个整数：0 表示没有，1 表示 SNI，2 表示集中式证书存储，3 表示两者都有。"
    }
    IisDuplicateElement {
        "The configuration has two elements with one key",
        "Remove one of the two lines or give it another key; IIS reads nothing of the file until then.";
        "配置中有两个键相同的元素",
        "删除其中一行，或为它换一个键；在此之前 IIS 不会读取这个文件。"
    }
    IisDuplicateBinding {
        "Two bindings have one address, port and host name",
        "Give one of them another host name, port or address, or remove it (IIS Manager, site, Bindings…).";
        "两个绑定的地址、端口和主机名相同",
        "为其中一个换主机名、端口或地址，或者删除它（IIS 管理器，网站，“绑定…”）。"
    }
    IisPortBothSchemes {
        "http and https share an address and port",
        "Move one of the two to another port; customary are 80 for http and 443 for https.";
        "http 和 https 使用同一地址和端口",
        "把其中一个移到别的端口；通常 http 用 80，https 用 443。"
    }
    IisHostMalformed {
        "A host name of a binding cannot exist",
        "Write the name as it stands in the browser’s address bar, without https:// and path.";
        "绑定的主机名不可能存在",
        "按浏览器地址栏里的样子填写主机名，不带 https:// 和路径。"
    }
    IisWildcardNeeds10 {
        "A host name with *. needs IIS 10",
        "Use one binding for each host name, or move the site to Windows Server 2016 or later.";
        "带 *. 的主机名需要 IIS 10",
        "为每个主机名各设一个绑定，或把网站迁移到 Windows Server 2016 或更高版本。"
    }
    IisFlagTooNew {
        "A flag of the binding is newer than this IIS",
        "Clear the flag, or set the same thing for the whole server in the registry (SCHANNEL, HTTP parameters).";
        "绑定的标志比这个 IIS 版本新",
        "清除该标志，或在注册表中为整台服务器设置（SCHANNEL、HTTP 参数）。"
    }
    IisFlagsAgainstCentralStore {
        "Flags exclude the central certificate store",
        "Leave only 2 (central store) and 1 (SNI) in sslFlags, or take the certificate from the computer’s store instead.";
        "标志与集中式证书存储冲突",
        "sslFlags 中只保留 2（集中式证书存储）和 1（SNI），或改用计算机证书存储中的证书。"
    }
    IisOneCertificatePerAddress {
        "IIS 7 has one certificate for an address and port",
        "Use one certificate that covers all host names, or give each site an IP address of its own. From IIS 8 on, SNI gives each host its own.";
        "IIS 7 的每个地址和端口只有一个证书",
        "使用覆盖所有主机名的证书，或为每个网站分配单独的 IP 地址。从 IIS 8 起，SNI 可让每个主机名使用各自的证书。"
    }
    IisHostMissing {
        "An https binding has no host name",
        "Give the binding its host name: IIS Manager, site, Bindings…, Edit; on IIS 7 and 7.5, where the field is greyed out, in applicationHost.config or with appcmd.";
        "https 绑定没有主机名",
        "为绑定设置主机名：IIS 管理器，网站，“绑定…”，“编辑”；IIS 7 和 7.5 中该字段是灰色的，改用 applicationHost.config 或 appcmd。"
    }
    IisCatchAllBesideNamed {
        "A binding without host name stands beside named ones",
        "Give it a host name too, or keep it knowingly as the one that answers for all other names.";
        "没有主机名的绑定与带主机名的绑定并存",
        "也为它设置主机名，或有意保留它来响应其他所有名称。"
    }
    IisSniOff {
        "A host name has no SNI",
        "Tick “Require Server Name Indication” for the binding and choose its certificate (IIS 8 on).";
        "带主机名的绑定没有启用 SNI",
        "为绑定勾选“需要服务器名称指示”并选择证书（IIS 8 起）。"
    }
    IisSniMixed {
        "Bindings with and without SNI share a port",
        "Turn SNI on for all named bindings of the port; at most one without host name should do without.";
        "同一端口上的绑定有的启用 SNI、有的没有",
        "为该端口上所有带主机名的绑定启用 SNI；最多留一个没有主机名的绑定不启用。"
    }
    IisSniWithoutSslcert {
        "SNI is on, but http.sys has no entry for the host",
        "Choose the certificate of the binding again in IIS Manager, or add the entry with netsh http add sslcert hostnameport=HOST:443 …";
        "启用了 SNI，但 http.sys 没有该主机名的条目",
        "在 IIS 管理器中重新选择绑定的证书，或用 netsh http add sslcert hostnameport=HOST:443 … 添加条目。"
    }
    IisSslcertMissing {
        "No certificate is set for an https binding",
        "Choose a certificate for the binding: IIS Manager, site, Bindings…, Edit; or netsh http add sslcert ipport=0.0.0.0:443 …";
        "https 绑定没有设置证书",
        "为绑定选择证书：IIS 管理器，网站，“绑定…”，“编辑”；或用 netsh http add sslcert ipport=0.0.0.0:443 …"
    }
    IisSslcertOverrules {
        "An entry for one address answers before the host names",
        "Remove the entry with netsh http delete sslcert ipport=… once you know that no other program needs it.";
        "单个地址的条目先于主机名应答",
        "确认没有其他程序需要该条目后，用 netsh http delete sslcert ipport=… 删除它。"
    }
    IisSslcertOrphan {
        "An entry of http.sys belongs to no binding",
        "Look at it with netsh http show sslcert and remove it with netsh http delete sslcert when nothing uses it.";
        "http.sys 中有不属于任何绑定的条目",
        "用 netsh http show sslcert 查看，没有程序使用时用 netsh http delete sslcert 删除。"
    }
    IisCentralStoreWithoutSslcert {
        "The central certificate store does not answer on the port",
        "Save the binding again in IIS Manager with “Use Centralized Certificate Store” ticked, or add the entry with netsh http add sslcert ccs=443 …";
        "集中式证书存储没有在该端口应答",
        "在 IIS 管理器中勾选“使用集中式证书存储”后重新保存绑定，或用 netsh http add sslcert ccs=443 … 添加条目。"
    }
    IisCertificateMissing {
        "The certificate served is not in the store",
        "Import the PFX into the computer’s Personal store and choose it for the binding again.";
        "要提供的证书不在证书存储中",
        "把 PFX 导入计算机的“个人”存储，然后为绑定重新选择证书。"
    }
    IisCertificateExpired {
        "The certificate served has expired",
        "Import the renewed certificate and choose it in every binding that serves the old one; importing alone changes nothing.";
        "提供的证书已过期",
        "导入续期后的证书，并在每个使用旧证书的绑定中选择它；只导入不会生效。"
    }
    IisCertificateNotYetValid {
        "The certificate served is not valid yet",
        "Serve the previous certificate until then; if the date lies in the past, set the server’s clock right.";
        "提供的证书尚未生效",
        "在生效之前继续使用原来的证书；如果日期已过，校正服务器时钟。"
    }
    IisCertificateExpiresSoon {
        "The certificate served expires soon",
        "Renew it, import the new one, and choose it in every binding that serves the old one.";
        "提供的证书即将到期",
        "续期，导入新证书，并在每个使用旧证书的绑定中选择它。"
    }
    IisCertificateWrongName {
        "The certificate served does not cover the host name",
        "Choose a certificate that has the host name, or have it reissued with that name added.";
        "提供的证书不包含该主机名",
        "选择包含该主机名的证书，或加入该主机名后重颁发证书。"
    }
    IisKeyMissing {
        "The certificate served has no private key",
        "Import a PFX that holds certificate and key; if the request was made on this server, certutil -repairstore my SERIAL joins them again.";
        "提供的证书没有私钥",
        "导入同时含有证书和私钥的 PFX；如果申请是在这台服务器上创建的，用 certutil -repairstore my SERIAL 重新关联。"
    }
    IisKeyBroken {
        "The private key of the certificate served does not open",
        "Run certutil -repairstore my SERIAL as administrator, or import the PFX again.";
        "提供的证书的私钥打不开",
        "以管理员身份运行 certutil -repairstore my SERIAL，或重新导入 PFX。"
    }
    IisIntermediateMissing {
        "The issuer of a certificate is in no store of the server",
        "Import the intermediate into the computer’s Intermediate Certification Authorities: certutil -addstore CA intermediate.cer";
        "证书的颁发者不在服务器的证书存储中",
        "把中间证书导入计算机的“中间证书颁发机构”：certutil -addstore CA intermediate.cer"
    }
    IisStoppedSiteConflict {
        "A stopped site has the binding of another one",
        "Remove the binding from the stopped site or change it, before somebody starts that site.";
        "已停止的网站与另一个网站的绑定相同",
        "在有人启动该网站之前，删除或更改它的绑定。"
    }
    IisRequiresHttpsWithoutBinding {
        "A site demands https and has no https binding",
        "Add an https binding with a certificate, or untick “Require SSL” in SSL Settings.";
        "网站要求 https，却没有 https 绑定",
        "添加带证书的 https 绑定，或在“SSL 设置”中取消“要求 SSL”。"
    }
    IisHttpOnly {
        "A site is reachable over http only",
        "Add an https binding with a certificate for its host names.";
        "网站只能通过 http 访问",
        "添加 https 绑定，并配置包含其主机名的证书。"
    }
    IisHttpNotRedirected {
        "Visitors on http stay on http",
        "Send them to https with HTTP Redirect, a rule of URL Rewrite, or HSTS of the site (IIS 10 version 1709 on).";
        "通过 http 访问的用户没有转到 https",
        "用“HTTP 重定向”、URL 重写规则或网站的 HSTS 设置（IIS 10 版本 1709 起）把他们转到 https。"
    }
    IisValidationBlocked {
        "The CA cannot read its validation file",
        "Exempt /.well-known/ from the setting, with a web.config in that folder, while the CA validates.";
        "CA 读不到验证文件",
        "在 CA 验证期间，用 /.well-known/ 文件夹里的 web.config 让它不受该设置影响。"
    }
    IisSharedConfiguration {
        "The configuration in force lies elsewhere",
        "Open applicationHost.config in the shared folder; what is changed there holds for every server that shares it.";
        "生效的配置在别处",
        "打开共享文件夹里的 applicationHost.config；那里的更改对所有共享它的服务器生效。"
    }
    IisWow64View {
        "The file is the copy for 32-bit programs",
        "Open %windir%\\System32\\inetsrv\\config\\applicationHost.config; a 32-bit program finds it under %windir%\\Sysnative.";
        "这个文件是供 32 位程序使用的副本",
        "打开 %windir%\\System32\\inetsrv\\config\\applicationHost.config；32 位程序从 %windir%\\Sysnative 访问。"
    }
    IisPartElsewhere {
        "A part of the configuration lies in another file",
        "Open that file as well; what it holds is not known here.";
        "配置的一部分在另一个文件里",
        "同时打开那个文件；这里不知道其中的内容。"
    }
    IisLayerNotRead {
        "A part of the server was not read",
        "Scan on the server as administrator, or add the saved listings of netsh http show sslcert and of the certificate stores.";
        "服务器的一部分没有读取",
        "在服务器上以管理员身份检查，或添加 netsh http show sslcert 和证书存储的列表文件。"
    }
}
