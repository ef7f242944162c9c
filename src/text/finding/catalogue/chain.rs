//! The catalogue of certificates, chains and paths.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    CaFlagMissing {
        "An issuer is not marked as a CA",
        "Have the certificate issued by a CA. For a CA of your own, make its certificate anew with the same key and name; in openssl: basicConstraints = critical, CA:TRUE";
        "颁发者没有 CA 标记",
        "改由 CA 签发证书。自建 CA 则用相同的密钥和名称重新制作 CA 证书；在 openssl 里写：basicConstraints = critical, CA:TRUE"
    }
    CaUsageMissing {
        "An issuer’s key may not sign certificates",
        "Have the certificate issued by a CA. For a CA of your own, make its certificate anew with the same key and name; in openssl: keyUsage = critical, keyCertSign, cRLSign";
        "颁发者的密钥不能用于签发证书",
        "改由 CA 签发证书。自建 CA 则用相同的密钥和名称重新制作 CA 证书；在 openssl 里写：keyUsage = critical, keyCertSign, cRLSign"
    }
    CertificateExpired {
        "The certificate has expired",
        "Order or renew the certificate and install the new one on every server that uses this one.";
        "证书已过期",
        "申请或续期证书，并在使用它的每台服务器上安装新证书。"
    }
    CertificateExpiresSoon {
        "The certificate expires soon",
        "Order the next one now. A renewed certificate is a new certificate and has to be installed again.";
        "证书即将到期",
        "现在就申请下一个。续期得到的是新证书，需要重新安装。"
    }
    CertificateLifetimeTooLong {
        "The certificate lives longer than allowed",
        "Have it reissued with a lifetime within the limit.";
        "证书有效期超过上限",
        "重颁发一个有效期在上限以内的证书。"
    }
    CertificateMissing {
        "The server certificate is missing",
        "Add the certificate that the CA issued: a .crt, .cer, .pem or .p7b file, often in the CA’s mail or on its download page.";
        "缺少服务器证书",
        "添加 CA 签发的证书：.crt、.cer、.pem 或 .p7b 文件，通常在 CA 的邮件或下载页面里。"
    }
    CertificateNotYetValid {
        "The certificate is not valid yet",
        "Install it from that day on, and check the clock and time zone of server and computer.";
        "证书尚未生效",
        "到生效那天再安装，并检查服务器和电脑的时钟与时区。"
    }
    CertificateRevoked {
        "The certificate is revoked",
        "Take it off every server and order a new one with a new key. If you did not ask for the revocation, ask the CA for the reason.";
        "证书已吊销",
        "从每台服务器上撤下它，用新密钥申请新证书。如果吊销不是您要求的，向 CA 询问原因。"
    }
    ChainAlternativePaths {
        "Several paths lead to trusted roots",
        "Nothing to do. For old clients, send the cross certificate that leads to a root they know.";
        "有多条路径通向受信任的根证书",
        "不必处理。如果要照顾旧客户端，就发送通向它们所认识的根证书的交叉证书。"
    }
    ChainDepthExceeded {
        "The path is longer than allowed",
        "Raise the limit, or have the certificate issued by a CA closer to the root.";
        "证书路径超过允许的长度",
        "调高上限，或改由离根证书更近的 CA 签发证书。"
    }
    ChainDuplicateCertificate {
        "A certificate is in the chain more than once",
        "Remove the further copies from the chain file.";
        "证书链里有重复的证书",
        "从证书链文件里删除多余的副本。"
    }
    ChainMissingIntermediate {
        "An intermediate certificate is missing",
        "Download the intermediate from the CA’s page and add it after the server certificate.";
        "缺少中间证书",
        "从 CA 的页面下载中间证书，加在服务器证书之后。"
    }
    ChainNamesDiffer {
        "Issuer and subject are different names",
        "Use the issuer’s certificate under the name that it had when it signed, or have the certificate reissued under the present name.";
        "颁发者名称与上级的使用者名称不同",
        "使用签发时那个名称的颁发者证书，或以现在的名称重颁发证书。"
    }
    ChainRootIncluded {
        "The chain carries its root",
        "Nothing to do; leave the root out of the next chain file to save bytes.";
        "证书链里带有根证书",
        "不必处理；下次制作证书链文件时可以不放根证书。"
    }
    ChainSecondOpinion {
        "Another verifier comes to another verdict",
        "Test with the clients that you have to serve; they may side with either.";
        "另一个验证程序的结论不同",
        "用实际要服务的客户端测试，它们可能与任何一方一致。"
    }
    ChainSelfSignedLeaf {
        "The certificate is signed by itself",
        "Use a certificate of a CA, or install this one on every client as trusted.";
        "证书是自签名的",
        "改用 CA 签发的证书，或在每台客户端上把它设为受信任。"
    }
    ChainSignatureInvalid {
        "A signature in the chain does not verify",
        "Download the intermediates again from the CA and make sure that they belong to this very certificate.";
        "证书链里有签名验证不通过",
        "从 CA 重新下载中间证书，并确认它们属于这个证书。"
    }
    ChainTooLong {
        "The chain was not followed to its end",
        "Open only the files of one order.";
        "没有追踪到证书链的末端",
        "只打开一个订单的文件。"
    }
    ChainUnrelatedCertificate {
        "A certificate belongs to no chain",
        "Leave it out of the chain file, and check whether a newer intermediate should stand in its place.";
        "有证书不属于任何证书链",
        "不要把它放进证书链文件，并检查是否应换成较新的中间证书。"
    }
    ChainUntrustedRoot {
        "The root is not trusted",
        "For a public site, order from a CA that browsers know. For an own CA, install its root on every client, or judge with its root as the trusted one.";
        "根证书不受信任",
        "公开网站应向浏览器认可的 CA 申请。自建 CA 则在每台客户端上安装它的根证书，或以它的根证书为信任来判断。"
    }
    ChainWorkLimit {
        "A limit of the path search was reached",
        "Open only the files of one order, and check them again.";
        "路径查找达到上限",
        "只打开一个订单的文件，再检查一次。"
    }
    ChainWrongOrder {
        "The chain is in the wrong order",
        "Put the server certificate first, then each issuer after the certificate it signed.";
        "证书链顺序不对",
        "把服务器证书放在最前面，然后依次放签发它的颁发者证书。"
    }
    CriticalExtensionUnknown {
        "A critical extension is not known",
        "Use the certificate only with the program it was made for, or have it reissued without this extension or with it not critical.";
        "有不认识的关键扩展",
        "只在它所针对的程序中使用这个证书，或重颁发时去掉这个扩展，或不标记为关键。"
    }
    CrlNotUsable {
        "A revocation list does not count",
        "Download the current list from the address in the certificate, and add it.";
        "有 CRL 不能采用",
        "从证书里写明的地址下载最新的 CRL 并添加。"
    }
    KeyUsageUnfit {
        "The key usage does not fit the purpose",
        "Have the certificate reissued with a key usage that fits; in openssl: keyUsage = critical, digitalSignature";
        "密钥用法与用途不符",
        "用合适的密钥用法重颁发证书；在 openssl 里写：keyUsage = critical, digitalSignature"
    }
    NameCommonNameOnly {
        "The name stands only in the common name",
        "Have the certificate reissued with the name among the subject alternative names.";
        "域名只写在通用名称里",
        "重颁发证书，把域名写进使用者可选名称。"
    }
    NameConstraintUnusable {
        "A name constraint cannot be applied",
        "Have the CA certificate reissued with constraints for DNS names, IP addresses, e-mail addresses or directory names; in openssl: nameConstraints = critical, permitted;DNS:example.com";
        "有名称约束无法应用",
        "重颁发 CA 证书，只约束 DNS 名称、IP 地址、电子邮件地址或目录名称；在 openssl 里写：nameConstraints = critical, permitted;DNS:example.com"
    }
    NameConstraintViolated {
        "A name lies outside of what an issuer may name",
        "Have the certificate reissued without that name, or by a CA that may issue for it.";
        "有名称超出颁发者的允许范围",
        "重颁发时去掉这个名称，或改由可以为它签发的 CA 签发。"
    }
    NameMismatch {
        "The certificate is for other names",
        "Use the certificate that holds this name, or have this one reissued with the name added.";
        "证书适用于其他域名",
        "使用包含这个域名的证书，或重颁发时加上这个域名。"
    }
    PathLengthExceeded {
        "There are more CAs on the path than an issuer allows",
        "Have the certificate issued directly by a CA that the limit allows, or have the CA certificate reissued with a larger limit; in openssl: basicConstraints = critical, CA:TRUE, pathlen:1";
        "路径上的 CA 多于颁发者允许的数目",
        "改由限制以内的 CA 直接签发证书，或重颁发 CA 证书并调大限制；在 openssl 里写：basicConstraints = critical, CA:TRUE, pathlen:1"
    }
    PolicyMappingAny {
        "A policy mapping names any policy",
        "Have the CA certificate reissued with a mapping between named policies, or without one.";
        "策略映射用了任何策略",
        "重颁发 CA 证书，只在具体的策略之间映射，或不写映射。"
    }
    PolicyMissing {
        "No certificate policy is left on the path",
        "Have the certificate reissued under a policy that its issuers allow, or do not require one.";
        "路径上没有剩下的证书策略",
        "按颁发者允许的策略重颁发证书，或不要求策略。"
    }
    RevocationUnknown {
        "It is not known whether the certificate is revoked",
        "Add the current revocation lists of its issuer and of the CAs above; the certificates name their addresses.";
        "无法得知证书是否已吊销",
        "添加颁发者及其上级 CA 的最新 CRL；证书里写明了下载地址。"
    }
    SignatureNotChecked {
        "A signature could not be checked",
        "Test with the clients that you have to serve. For a site that everybody reads, use RSA or ECDSA.";
        "有签名无法检查",
        "用实际要服务的客户端测试。面向公众的网站使用 RSA 或 ECDSA。"
    }
    UsageChangedOnRenewal {
        "The certificate lacks what the one before it had",
        "Before installing it, see who uses the old one. Order what is missing again; for client authentication use a certificate of a private CA.";
        "新证书缺少旧证书有的内容",
        "安装之前先确认谁在使用旧证书。缺少的内容要重新申请；客户端身份验证改用私有 CA 的证书。"
    }
    UsageNotClient {
        "The certificate is not made for clients",
        "Order a client certificate, from a CA of your own if need be: public CAs no longer put this use into TLS certificates.";
        "证书不是客户端用途",
        "申请客户端证书，必要时由自建 CA 签发：公共 CA 不再把这个用途写进 TLS 证书。"
    }
    UsageNotServer {
        "The certificate is not made for servers",
        "Order a TLS server certificate; one for mail, signing or clients cannot serve a site.";
        "证书不是服务器用途",
        "申请 TLS 服务器证书；邮件、签名或客户端用途的证书不能用于网站。"
    }
    WeakKey {
        "The key is too weak",
        "Make a new key, RSA 2048 or P-256, and have the certificate reissued with it.";
        "密钥太弱",
        "生成新密钥（RSA 2048 或 P-256），并用它重颁发证书。"
    }
    WeakSignature {
        "The signature is too weak",
        "Have the certificate reissued; every CA signs with SHA-256 or better today.";
        "签名算法太弱",
        "重颁发证书；现在所有 CA 都使用 SHA-256 或更好的算法签名。"
    }
}
