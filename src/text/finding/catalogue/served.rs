//! The catalogue of facts about the certificates that a server sends.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    ServedDiffersFromFile {
        "Another certificate is served",
        "Load the new one: nginx -s reload, apachectl graceful, or choose it again in the IIS binding. Then look for whatever else may answer: a second listener, a load balancer, a CDN that has its own copy.";
        "服务器提供的是另一张证书",
        "加载新证书：nginx -s reload、apachectl graceful，或在 IIS 绑定中重新选择证书。然后检查还有谁在应答：另一个监听、负载均衡、自带证书副本的 CDN。"
    }
    ServedPartly {
        "Some addresses serve another certificate",
        "Put the certificate on the other addresses too: every node of a load balancer, the IPv6 listener, the CDN’s own console.";
        "部分地址提供另一张证书",
        "把证书也部署到其他地址：负载均衡的每个节点、IPv6 监听、CDN 的控制台。"
    }
    ServedDiffersBetweenAddresses {
        "The addresses serve different certificates",
        "Put the same certificate on every address, unless they are different servers on purpose.";
        "各地址提供的证书不同",
        "除非有意使用不同的服务器，否则在每个地址上部署同一张证书。"
    }
    ServedNotCertificate {
        "Something that is no certificate is sent",
        "Open the chain file of the server here, and replace it by one that is put in order.";
        "发送的内容不是证书",
        "在这里打开服务器的证书链文件，换成整理好的文件。"
    }
    ServedDefaultCertificate {
        "The default certificate of a product is served",
        "Configure the real certificate for this name, and reload. Check that the name, not the address, chooses the site (SNI).";
        "提供的是产品的默认证书",
        "为这个名称配置正式证书并重新加载。确认网站是按名称（SNI）而不是按地址选择的。"
    }
    ServedByInspection {
        "Something on the way looks into the connection",
        "Look from a computer without it, or have this name left out of inspection. Visitors elsewhere are not affected.";
        "途中有设备在检查加密连接",
        "从没有该设备的计算机上查看，或将该名称排除在检查之外。其他地方的访问者不受影响。"
    }
    ServedStillExpired {
        "An expired certificate is served",
        "Reload the server or choose the new certificate in the binding again; check further listeners, every node of a load balancer, and the CDN’s console.";
        "仍在提供过期的证书",
        "重新加载服务器，或在绑定中重新选择新证书；并检查其他监听、负载均衡的每个节点和 CDN 控制台。"
    }
    OcspStapleBad {
        "The OCSP answer sent along does not hold",
        "Let the server reach its CA’s OCSP responder and restart it, so that it fetches a new answer; or switch stapling off (ssl_stapling off, SSLUseStapling off).";
        "随证书发送的 OCSP 响应不可用",
        "让服务器能够访问 CA 的 OCSP 服务器并重启，以获取新的响应；或关闭 OCSP 装订（ssl_stapling off、SSLUseStapling off）。"
    }
    OcspStapleMissing {
        "The OCSP answer that the certificate demands does not come",
        "Switch stapling on (ssl_stapling on, SSLUseStapling on) and let the server reach the responder; or order a certificate without must-staple.";
        "缺少证书要求的 OCSP 响应",
        "开启 OCSP 装订（ssl_stapling on、SSLUseStapling on）并让服务器能够访问 OCSP 服务器；或申请不带 must-staple 的证书。"
    }
    WebSocketRefused {
        "A WebSocket does not open",
        "nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection \"upgrade\"; – IIS: install the WebSocket Protocol feature, and let ARR pass it on. The certificate is the same as for https.";
        "无法打开 WebSocket",
        "在 nginx 中设置 proxy_http_version 1.1，并用 proxy_set_header 转发 Upgrade（$http_upgrade）和 Connection（upgrade）两个标头；在 IIS 上安装 WebSocket 协议功能，并让 ARR 转发。证书与 https 相同。"
    }
}
