//! The catalogue of facts about the versions and cipher suites that servers accept.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    TlsObsoleteProtocol {
        "Obsolete protocol versions are accepted",
        "Leave TLS 1.2 and TLS 1.3 only. nginx: ssl_protocols TLSv1.2 TLSv1.3; Apache: SSLProtocol -all +TLSv1.2 +TLSv1.3; Tomcat: protocols=\"TLSv1.2+TLSv1.3\" in SSLHostConfig. Windows keeps them in the registry below SCHANNEL\\Protocols, for example TLS 1.0\\Server with Enabled = 0, and needs a restart. A CDN or load balancer has a minimum version in its console.";
        "接受已过时的协议版本",
        "只保留 TLS 1.2 和 TLS 1.3。nginx：ssl_protocols TLSv1.2 TLSv1.3；Apache：SSLProtocol -all +TLSv1.2 +TLSv1.3；Tomcat：在 SSLHostConfig 中设置 protocols=\"TLSv1.2+TLSv1.3\"。Windows 在注册表 SCHANNEL\\Protocols 下设置，例如 TLS 1.0\\Server 中 Enabled = 0，重启后生效。CDN 或负载均衡在控制台中设置最低版本。"
    }
    TlsObsoleteOnly {
        "Only obsolete protocol versions are accepted",
        "Switch TLS 1.2 on; on Windows Server 2008 R2 in the registry at SCHANNEL\\Protocols\\TLS 1.2\\Server with Enabled = 1 and DisabledByDefault = 0. Where the software knows no TLS 1.2, update it, or put nginx or a load balancer before it.";
        "只接受已过时的协议版本",
        "启用 TLS 1.2；在 Windows Server 2008 R2 上通过注册表 SCHANNEL\\Protocols\\TLS 1.2\\Server 设置 Enabled = 1、DisabledByDefault = 0。如果软件不支持 TLS 1.2，应升级软件，或在前面部署 nginx 或负载均衡。"
    }
    TlsNoTls13 {
        "TLS 1.3 is not accepted",
        "Nothing needs to be done. To have it: nginx or Apache with OpenSSL 1.1.1 or newer, Java 11, Windows Server 2022.";
        "不接受 TLS 1.3",
        "无需处理。如需启用：nginx 或 Apache 配合 OpenSSL 1.1.1 以上，Java 11，Windows Server 2022。"
    }
    TlsWeakSuites {
        "Weak cipher suites are accepted",
        "Leave suites with ECDHE and AES-GCM or ChaCha20 only. nginx: ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20; Apache: SSLCipherSuite with the same list; Tomcat: ciphers in SSLHostConfig. Windows: the cmdlet Disable-TlsCipherSuite, or the group policy “SSL Cipher Suite Order”. A CDN or load balancer has profiles in its console.";
        "接受弱加密套件",
        "只保留使用 ECDHE 和 AES-GCM 或 ChaCha20 的套件。nginx：ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20；Apache：SSLCipherSuite 使用同样的列表；Tomcat：SSLHostConfig 中的 ciphers。Windows：使用 Disable-TlsCipherSuite 命令，或组策略“SSL 密码套件顺序”。CDN 或负载均衡在控制台中选择安全策略。"
    }
    TlsNoForwardSecrecy {
        "Cipher suites without forward secrecy are accepted",
        "Put suites with ECDHE first, or leave them alone: nginx: ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20. Very old clients may need the others.";
        "接受没有前向保密的加密套件",
        "把 ECDHE 套件放在最前面，或者只保留它们。nginx：ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20。很旧的客户端可能需要其他套件。"
    }
    TlsVersionUnanswered {
        "A protocol version is met with silence",
        "Ask whoever runs the firewall or load balancer before the server whether it drops handshakes of this version. A server that refuses a version answers with an alert.";
        "某个协议版本没有应答",
        "询问服务器前面的防火墙或负载均衡的管理员，是否丢弃了该版本的握手。拒绝某个版本的服务器应当回复警报。"
    }
    TlsScanLimit {
        "The look at cipher suites ended early",
        "Leave fewer suites on, and look again. What was found holds.";
        "加密套件检查提前结束",
        "减少启用的套件后再检查。已经得到的结果有效。"
    }
}
