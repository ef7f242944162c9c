//! What to say about a password that nobody knows any more.

phrases! {
    apply_again: "Apply again: a new order with a new key and a new password. The names may change; a paid certificate is paid again.", "重新申请：新的订单，新的私钥，新的密码。域名可以改变；收费证书需要再次付费。";
    button: "The password is lost", "密码丢失了";
    elsewhere: "Look first in the mail of the order, for keystorePass.txt, in the server’s configuration (server.xml, ssl_password_file), and with whoever made the CSR.", "先查找订单邮件、keystorePass.txt、服务器配置（server.xml、ssl_password_file），并询问生成 CSR 的人。";
    final_word: "A lost password cannot be recovered, and the private key behind it is lost with it.", "丢失的密码无法找回，被它保护的私钥也随之丢失。";
    reissue: "Reissue: the CA gives a new certificate for a new key. Expiry and names stay the same. It has to be deployed again everywhere.", "重颁发：CA 为新的私钥签发新证书。到期日和域名不变。所有服务器都需要重新部署。";
    still_elsewhere: "A server that runs with this certificate still has the key: export it there with a new password.", "正在使用此证书的服务器上仍有私钥：在那里用新密码导出。";
    title: "A lost password stays lost", "丢失的密码无法找回";
}
