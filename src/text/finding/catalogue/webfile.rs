//! The catalogue of facts about files that a CA looks for on a web server.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    FileWrongStatus {
        "The web server does not give the file",
        "Put the file at exactly this address and see that a browser on another network gets it.";
        "Web 服务器没有给出该文件",
        "把文件放到这个地址，并确认其他网络的浏览器也能打开它。"
    }
    FileWrongContent {
        "The file holds something else than the CA expects",
        "Put the CA’s file there byte by byte: same text, no page around it, no quotation marks.";
        "文件内容与 CA 要求的不同",
        "按原样逐字节放置 CA 的文件：文字相同，没有网页包围，没有引号。"
    }
    FileBom {
        "The file begins with a byte order mark",
        "Save the file as UTF-8 without BOM, or as ANSI, and upload it again.";
        "文件以字节顺序标记（BOM）开头",
        "把文件保存为不带 BOM 的 UTF-8 或 ANSI，然后重新上传。"
    }
    FileExtraNewline {
        "White space at the file’s end differs",
        "Save the file exactly as the CA gave it, without a line break after the last letter.";
        "文件末尾的空白不同",
        "完全按 CA 给出的内容保存文件，最后一个字符后不要换行。"
    }
    FileContentType {
        "The file is served as a page",
        "Have it served as text/plain where that is easy; no CA insists on it.";
        "文件以网页类型提供",
        "如果方便，让它以 text/plain 提供；CA 并不强求。"
    }
    FileRedirected {
        "The server leads elsewhere",
        "Serve the file at its own address: except /.well-known/ from the redirect.";
        "服务器重定向到别处",
        "在原地址提供文件：让重定向排除 /.well-known/。"
    }
    FileForcedHttps {
        "Plain http is sent on to https",
        "Except /.well-known/ from the redirect where the CA wants none, or until https works.";
        "http 被强制转到 https",
        "如果 CA 不接受重定向，或 https 尚未可用，让重定向排除 /.well-known/。"
    }
    FileRedirectRefused {
        "A redirect that no CA follows",
        "Let it lead to a public name over http on port 80 or https on port 443, or except /.well-known/ from it.";
        "CA 不会跟随的重定向",
        "让它指向公网域名的 80 端口（http）或 443 端口（https），或让重定向排除 /.well-known/。"
    }
    FileRedirectLoop {
        "Redirects without end",
        "Except /.well-known/ from the redirects. Behind a CDN let it ask the origin over https, where the origin forces https.";
        "无休止的重定向",
        "让重定向排除 /.well-known/。如果在 CDN 之后而源站强制 https，让 CDN 通过 https 回源。"
    }
    FileNotReachable {
        "No connection to the web server",
        "Open port 80 for the whole world in the server’s firewall, the router and the cloud’s security group, see that the web server listens, and remove addresses from DNS that are not yours.";
        "无法连接 Web 服务器",
        "在服务器防火墙、路由器和云安全组中对所有来源开放 80 端口，确认 Web 服务器在监听，并从 DNS 中删除不属于您的地址。"
    }
    FileAnswerBroken {
        "The web server’s answer cannot be read",
        "See what listens at this port, and what stands between: a proxy, a filter or another program than a web server.";
        "Web 服务器的应答无法读取",
        "查明该端口上是什么在监听，途中又有什么：代理、过滤设备，或根本不是 Web 服务器。"
    }
    FilePathBlocked {
        "The CA’s path is cut off, others are not",
        "Allow the application acme-protocol, or the path /.well-known/acme-challenge/, in the firewall before the server.";
        "CA 的路径被切断，其他路径正常",
        "在服务器前的防火墙中放行应用 acme-protocol，或路径 /.well-known/acme-challenge/。"
    }
    FileTlsBroken {
        "The server does not agree on encryption",
        "Let http serve /.well-known/ without https until a certificate is there, or give https any certificate for now.";
        "服务器没有协商成加密连接",
        "在有证书之前，让 http 直接提供 /.well-known/；或先为 https 配置任意证书。"
    }
    FileWrongProtocol {
        "http and https are mixed up",
        "Forward port 80 to the server’s http and port 443 to its https, and switch TLS on for 443 alone.";
        "http 与 https 混淆",
        "把 80 端口转发到服务器的 http，把 443 端口转发到 https，并只为 443 启用 TLS。"
    }
    FileBlockPage {
        "Another page stands in the file’s place",
        "Find out who gives this page, and except /.well-known/ there.";
        "文件的位置上是其他页面",
        "查明是谁给出该页面，并在那里排除 /.well-known/。"
    }
    FileIisBlocked {
        "IIS does not serve the file",
        "Put a web.config into .well-known that allows plain files, as the evidence tells.";
        "IIS 没有提供该文件",
        "按检查结果的说明，在 .well-known 中放一个允许静态文件的 web.config。"
    }
    FileBehindCdn {
        "A delivery network answers for the server",
        "Put the file where the network gets it from, and clear its cache; or use DNS validation.";
        "由 CDN 代替服务器应答",
        "把文件放到 CDN 的源站，并清除其缓存；或改用 DNS 验证。"
    }
    FileHttpsDiffers {
        "http and https give something else",
        "Serve the same folder for /.well-known/ over both.";
        "http 与 https 的内容不同",
        "让两者的 /.well-known/ 使用同一目录。"
    }
    FileIpv6Differs {
        "IPv4 and IPv6 give something else",
        "Let the web server listen on IPv6 with the same sites, or remove the AAAA record.";
        "IPv4 与 IPv6 的内容不同",
        "让 Web 服务器在 IPv6 上提供相同的网站，或删除 AAAA 记录。"
    }
    FileAddressesDiffer {
        "Addresses of the name give something else",
        "Put the file on every server, or leave one address in DNS while the CA validates.";
        "同一名称的各个地址内容不同",
        "把文件放到每台服务器上，或在 CA 验证期间只在 DNS 中保留一个地址。"
    }
    FileWildcardNotAllowed {
        "A file proves nothing for a wildcard",
        "Choose DNS validation for the wildcard.";
        "文件不能用于验证通配符",
        "为通配符选择 DNS 验证。"
    }
    FileNoAddress {
        "The name has no address",
        "Add an A record that points to the server, or use DNS validation, which needs none.";
        "该名称没有地址",
        "添加指向服务器的 A 记录，或改用不需要地址的 DNS 验证。"
    }
}
