# frozen_string_literal: true

require "socket"

# Gives one canned answer to each request, and keeps the requests' lines and headers.
class CannedServer
  attr_reader :requests

  def self.open(status, body)
    server = new(status, body)
    yield server
  ensure
    server&.close
  end

  def initialize(status, body)
    @answer = "HTTP/1.1 #{status} Canned\r\nContent-Length: #{body.bytesize}\r\nConnection: close\r\n\r\n#{body}"
    @requests = []
    @socket = TCPServer.new("127.0.0.1", 0)
    @thread = Thread.new { loop { answer(@socket.accept) } }
  end

  def base_url
    "http://127.0.0.1:#{@socket.addr[1]}/v1"
  end

  def close
    @thread.kill
    @thread.join
    @socket.close
  end

  private

  def answer(connection)
    @requests << connection.gets("\r\n\r\n")
    connection.write(@answer)
  ensure
    connection.close
  end
end
