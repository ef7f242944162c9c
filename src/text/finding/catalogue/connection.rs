//! The catalogue of facts about connections to a server.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    PortRefused {
        "The connection is refused",
        "Start the server's https listener, and open the port in its firewall and in the cloud's security group.";
        "连接被拒绝",
        "启动服务器上的 https 监听，并在服务器防火墙和云安全组中放行该端口。"
    }
    PortFiltered {
        "The connection gets no answer",
        "Open the port for incoming TCP in the cloud's security group and in the server's firewall, and check that the address is the server's; the same diagnosis on the server itself tells who listens there.";
        "连接没有应答",
        "在云安全组和服务器防火墙中放行该端口的入站 TCP，并确认地址确实是这台服务器的；在服务器本机上运行同样的诊断，可以看到由谁监听。"
    }
    PortUnreachable {
        "This computer has no way to an address",
        "Open the port in the firewall of the server where it refuses; else repeat the diagnosis from a network that reaches the address, or with the other kind of address alone.";
        "本机无法到达某个地址",
        "如果是服务器防火墙拒绝，放行该端口；否则换一个能到达该地址的网络重新诊断，或只检查另一类地址。"
    }
    TlsPlainHttp {
        "The port speaks HTTP without encryption",
        "Switch TLS on for this listener (nginx: listen 443 ssl; Apache: SSLEngine on; IIS: a binding of type https), or send the traffic to the port that has it.";
        "端口使用未加密的 HTTP",
        "为这个监听启用 TLS（nginx：listen 443 ssl；Apache：SSLEngine on；IIS：https 类型的绑定），或将流量转到已启用 TLS 的端口。"
    }
    TlsOtherProtocol {
        "The port speaks another protocol",
        "Check address and port, and any port forwarding on the way; for mail and Remote Desktop choose the protocol before TLS.";
        "端口使用其他协议",
        "核对地址、端口以及途中的端口转发；邮件和远程桌面需要选择 TLS 之前的协议。"
    }
    TlsStartTlsRefused {
        "The server does not change to TLS",
        "Give the server a certificate and switch STARTTLS on, or use the port where TLS begins at once (465 for SMTP, 993 for IMAP).";
        "服务器没有切换到 TLS",
        "为服务器配置证书并启用 STARTTLS，或改用一开始就使用 TLS 的端口（SMTP 为 465，IMAP 为 993）。"
    }
    TlsAlert {
        "The server refuses the handshake with an alert",
        "Look into the server's log at this time; the alert says in which part of its configuration the reason lies.";
        "服务器用警报拒绝握手",
        "查看服务器在该时刻的日志；警报说明原因在哪一部分配置中。"
    }
    TlsClosed {
        "The server closes the connection before the handshake",
        "Check that a certificate with its private key is bound to this address and name (IIS: netsh http show sslcert), and that no firewall or proxy cuts TLS off.";
        "服务器在握手前关闭连接",
        "确认该地址和名称已绑定带私钥的证书（IIS：netsh http show sslcert），并确认途中没有防火墙或代理切断 TLS。"
    }
    TlsSilent {
        "The server does not answer the handshake",
        "Check that the program behind the port runs and is not overloaded, and that the load balancer passes TLS on to a port that speaks it.";
        "服务器不应答握手",
        "确认端口后的程序在运行且没有过载，并确认负载均衡将 TLS 转到了支持 TLS 的端口。"
    }
    TlsBroken {
        "The answer is not TLS, or breaks its rules",
        "Check that port and program belong together and that nothing on the way changes the traffic; then update the server's TLS library.";
        "应答不是 TLS，或违反 TLS 规则",
        "确认端口与程序对应，且途中没有设备改动流量；然后更新服务器的 TLS 库。"
    }
    TlsTooMuch {
        "The server sends more than a handshake needs",
        "Check that the certificate file holds the server certificate and its intermediates alone, not a whole list of roots.";
        "服务器发送的数据超过握手所需",
        "确认证书文件中只有服务器证书及其中间证书，而不是整个根证书列表。"
    }
    TlsClientCertificate {
        "The server asks clients for a certificate",
        "Nothing where that is wanted; otherwise switch it off (nginx: ssl_verify_client off; Apache: SSLVerifyClient none; IIS: SSL Settings, client certificates: Ignore).";
        "服务器要求客户端提供证书",
        "如果这是有意的，无需处理；否则将其关闭（nginx：ssl_verify_client off；Apache：SSLVerifyClient none；IIS：SSL 设置中客户端证书选择“忽略”）。"
    }
    TlsOldClientOnly {
        "Only old clients get a handshake",
        "Switch TLS 1.2 and TLS 1.3 on, with suites that use AES-GCM or ChaCha20-Poly1305; where the server's software is too old for that, update it or put a proxy in front.";
        "只有旧客户端能完成握手",
        "启用 TLS 1.2 和 TLS 1.3，并使用 AES-GCM 或 ChaCha20-Poly1305 的加密套件；如果服务器软件太旧，更新软件或在前面加一层代理。"
    }
    TlsAnswersOnce {
        "The server answers the first connection and not the next",
        "Check that the program serves several clients at once and stays after the first, and that no limit on connections locks visitors out.";
        "服务器只应答第一次连接",
        "确认程序能同时服务多个客户端且不会在第一次之后退出，并确认连接数限制没有挡住访问者。"
    }
    AddressesUnequal {
        "Some addresses of the name answer, others do not",
        "Bring the failing addresses into the same state as the others, or take them out of DNS.";
        "名称的部分地址有应答，部分没有",
        "让失败的地址与其他地址保持一致，或从 DNS 中删除这些地址。"
    }
    ListenerMissing {
        "On this computer no program listens at the port",
        "Start the web server, and give it an https listener: a binding of type https in IIS, listen 443 ssl in nginx, Listen 443 in Apache; then look into its log when it stops again.";
        "本机上没有程序监听该端口",
        "启动 Web 服务器并为其配置 https 监听：IIS 中为 https 类型的绑定，nginx 中为 listen 443 ssl，Apache 中为 Listen 443；如果它又停止，查看其日志。"
    }
    ListenerElsewhere {
        "On this computer the port is open at other addresses only",
        "Let the program listen at this address or at all of them: in IIS the binding's address All Unassigned, in nginx listen 443 ssl and, for IPv6, listen [::]:443 ssl; and take single addresses off the list with netsh http delete iplisten.";
        "本机上该端口只在其他地址上监听",
        "让程序监听这个地址或所有地址：IIS 绑定的 IP 地址选“全部未分配”，nginx 使用 listen 443 ssl，IPv6 另加 listen [::]:443 ssl；并用 netsh http delete iplisten 移除单独列出的地址。"
    }
    ListenerBlocked {
        "On this computer a program listens, and no connection comes about",
        "Open the port in the firewall; on Windows as administrator: New-NetFirewallRule -DisplayName HTTPS -Direction Inbound -Protocol TCP -LocalPort 443 -Action Allow. On Linux: ufw allow 443/tcp, or firewall-cmd --permanent --add-service=https.";
        "本机上有程序监听，但无法建立连接",
        "在防火墙中放行该端口；在 Windows 上以管理员身份运行：New-NetFirewallRule -DisplayName HTTPS -Direction Inbound -Protocol TCP -LocalPort 443 -Action Allow。在 Linux 上：ufw allow 443/tcp，或 firewall-cmd --permanent --add-service=https。"
    }
}
