# frozen_string_literal: true

# A backend without a framework that receives webhooks: it checks the signature over the raw bytes, handles each event
# once, and lists what changed while it handles it. One request at a time, as Ruby's own server would.

require "base64"
require "json"
require "net/http"
require "openssl"
require "set"
require "socket"

BASE_URL = ENV.fetch("KOMBO_BASE_URL")
API_KEY = ENV.fetch("KOMBO_API_KEY", "ks_dev_mock")
SECRET = ENV.fetch("KOMBO_WEBHOOK_SECRET")
PATHS = { "hris_employees" => "/hris/employees", "hris_absences" => "/hris/absences", "ats_jobs" => "/ats/jobs",
          "ats_applications" => "/ats/applications" }.freeze

def genuine?(body, signature)
  expected = Base64.urlsafe_encode64(OpenSSL::HMAC.digest("SHA256", SECRET, body), padding: false)
  signature.bytesize == expected.bytesize && OpenSSL.fixed_length_secure_compare(expected, signature)
end

def count(path, integration_id)
  headers = { "Authorization" => "Bearer #{API_KEY}", "X-Integration-Id" => integration_id }
  answer = JSON.parse(Net::HTTP.get(URI("#{BASE_URL}#{path}?page_size=250"), headers))
  answer["status"] == "success" ? answer["data"]["results"].size : answer["error"]["message"]
end

def handle(event)
  data = event["data"]
  puts "#{event["type"]} #{data["integration_id"] || data["id"]}"
  return unless event["type"] == "data-changed"

  data["changed_models"].filter_map { |model| PATHS[model["name"]] }.uniq.each do |path|
    puts "  #{path}: #{count(path, data["integration_id"])}"
  end
end

seen = Set.new
server = TCPServer.new(ENV.fetch("HOST", "127.0.0.1"), Integer(ENV.fetch("PORT", "3000")))
$stdout.sync = true
puts "Receives webhooks on port #{server.addr[1]}"
loop do
  client = server.accept
  client.gets
  headers = {}
  while (line = client.gets&.chomp) && !line.empty?
    name, value = line.split(": ", 2)
    headers[name.downcase] = value
  end
  body = client.read(headers.fetch("content-length", "0").to_i)
  status = "401 Unauthorized"
  if genuine?(body, headers.fetch("x-kombo-signature", ""))
    status = "200 OK"
    event = JSON.parse(body)
    handle(event) if seen.add?(event["id"])
  end
  client.write("HTTP/1.1 #{status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
  client.close
end
