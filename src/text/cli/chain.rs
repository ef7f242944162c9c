//! Words of the verb `chain`.

use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::listed;

phrases! {
    about: "Build and judge every path from a certificate to a root, and repair the chain", "建立并判断从证书到根证书的每条路径，修复证书链";
    after: "Without --profile the rules on form are remarks and only what clients refuse is an error.\nWithout --trust the certificates are judged against Mozilla’s list; --trust FILE judges against that file alone.", "不给 --profile 时，证书写法方面的规则只作提示，只有客户端真正拒绝的才算错误。\n不给 --trust 时依据 Mozilla 列表判断；--trust FILE 则只依据该文件。";
    aia_help: "Download missing issuers from the addresses that certificates name; the hosts are printed before", "从证书里写的地址下载缺少的颁发者证书；事先会打印要联系的主机";
    aia_internal_help: "A host in your own network that may be contacted too; may be given again", "允许联系的内网主机；可重复给出";
    crl_help: "File with revocation lists, PEM or DER; may be given again", "含有 CRL 的文件，PEM 或 DER；可重复给出";
    downloaded: "downloaded", "下载的证书";
    fix_help: "Write the repaired chain: a .p7b, a PEM file, or a folder for all forms", "写出修复后的证书链：.p7b、PEM 文件，或文件夹（写出所有格式）";
    host_help: "The certificate must cover this host name or mailbox; may be given again", "证书必须包含此主机名或邮箱；可重复给出";
    inhibit_any_policy_help: "anyPolicy in certificates does not count", "证书里的 anyPolicy 不算数";
    inhibit_policy_mapping_help: "Policies may not be mapped", "不允许策略映射";
    ip_help: "The certificate must cover this IP address; may be given again", "证书必须包含此 IP 地址；可重复给出";
    max_depth_help: "Intermediates at most, self-issued ones not counted", "中间证书的最大数量，自颁发的不计";
    nothing_to_write: "Nothing was written: there is no certificate to repair a chain for", "没有写出任何文件：没有可以修复证书链的证书";
    path_help: "The certificate, its chain, a bundle: files, folders or zip archives; https://HOST or HOST:PORT for what a server sends", "证书、证书链或证书包：文件、文件夹或 zip 压缩包；https://HOST 或 HOST:PORT 表示服务器发送的证书";
    policy_help: "An acceptable certificate policy (dotted OID); may be given again", "可接受的证书策略（点分 OID）；可重复给出";
    profile_help: "Rules on form that count as errors: rfc5280 or webpki", "作为错误处理的写法规则：rfc5280 或 webpki";
    require_policy_help: "An acceptable policy must be left at the end of the path", "路径结束时必须有一个可接受的策略";
    untrusted_help: "Further certificates to build with, not judged themselves: files, or `system` for the system’s store; may be given again", "用于建立路径的其他证书，本身不判断：文件，或 `system`（系统证书库）；可重复给出";
    usage_help: "What the certificate is for: server, client or any [default: server]", "证书的用途：server、client 或 any [默认：server]";
    with_root_help: "Keep the root in the repaired chain", "修复后的证书链保留根证书";
}

/// Whom the download contacts, said before it begins.
pub fn contacting(lang: Lang, hosts: &[String]) -> String {
    let hosts: Vec<_> = hosts.iter().map(|host| short(host)).collect();
    let hosts = listed(&hosts);
    say!(lang, "Contacting {hosts}", "正在联系 {hosts}")
}
